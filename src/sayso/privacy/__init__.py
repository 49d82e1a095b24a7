"""Private persons' names taken out of whatever is written for others, the same name by the same words throughout.

>>> redaction = Redaction()
>>> redaction.learn(reading)
>>> shown = redaction.redact(reading)
"""

from sayso.privacy.redaction import Redaction, for_others
from sayso.privacy.replaced import write_replaced

__all__ = ["Redaction", "for_others", "write_replaced"]
