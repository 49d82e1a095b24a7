"""Cue verbs with the complements they take.  Pure data.

A cue is ``base/past/participle`` with an optional particle after a space;
past and participle may be left out when regular.
"""

from __future__ import annotations

# cues taking a finite clause; "say" and its kin are weighted in the pattern code
THAT_ANY = """say/said add claim state note report warn reveal suggest indicate allege stress confirm maintain assert contend declare announce
conclude acknowledge argue insist estimate predict observe emphasise emphasize write/wrote/written underline point_out/pointed_out make_clear/made_clear
reiterate highlight hint disclose repeat set_out/set_out""".split()
THAT_PERSON = """admit believe think/thought fear hope know/knew/known find/found realise realize discover understand/understood recall remember explain joke
concede complain testify swear/swore/sworn vow promise agree speculate assume suspect guess doubt deny boast counter reply respond remark comment
mention recount tweet post insinuate charge worry confess protest grumble whisper shout quip muse retort interject caution predict guarantee
feel/felt conclude hear/heard learn notice see/saw/seen imply lament affirm imagine propose volunteer hypothesise surmise reckon go_on_to_say/went_on_to_say
warn_again/warned_again say_again/said_again argue_back/argued_back let_slip/let_slip claim_repeatedly""".split()
THAT_DOC = """say/said state note claim warn reveal suggest show/showed/shown find/found conclude allege indicate estimate report describe_how confirm
argue point_out/pointed_out predict make_clear/made_clear imply demonstrate acknowledge stress record read/read/read""".split()
# direct speech; the ones marked may be inverted
QUOTE = """say/said add claim insist explain reply joke recall warn admit argue complain write/wrote/written tweet post shout whisper continue
remark comment testify protest boast announce declare note observe quip sigh concede respond recount state stress mutter snap fume beam
go_on/went_on/gone_on""".split()
QUOTE_ASK = "ask wonder demand inquire".split()
# addressee between cue and clause
TELL = "tell/told inform assure warn remind notify convince promise".split()
INF = """promise refuse vow threaten agree offer plan hope want/wanted intend decline pledge seek/sought attempt try/tried choose/chose/chosen decide
undertake/undertook/undertaken ask look expect prepare aim volunteer swear/swore/sworn claim""".split()
INF_OBJECT = """order urge ask instruct tell/told command/commanded encourage persuade advise forbid/forbade/forbidden call_on/called_on appeal_to/appealed_to
force invite want beg/begged/begged press pressure direct expect compel/compelled/compelled warn""".split()
OF_GERUND = {
    "accuse": "of",
    "suspect": "of",
    "blame": "for",
    "criticise": "for",
    "praise": "for",
    "condemn": "for",
    "thank": "for",
    "rebuke": "for",
    "mock": "for",
}
GERUND = "deny admit recommend suggest consider propose regret recall oppose discuss".split()
PREP_GERUND = {
    "apologise": "for",
    "boast": "of",
    "speak/spoke/spoken": "of",
    "warn": "against",
    "complain": "of",
    "confess": "to",
    "object": "to",
    "talk": "of",
    "dream": "of",
    "admit": "to",
}
NP_CUES = """confirm reject dismiss condemn welcome dispute question defend criticise support oppose praise deplore
advocate_for/advocated_for call_for/called_for warn_of/warned_of complain_about/complained_about
object_to/objected_to argue_against/argued_against back endorse denounce""".split()
ASK = "ask wonder question inquire know/knew/known explain debate investigate discuss doubt".split()
NOUNS = """claim allegation assertion warning admission belief suggestion announcement insistence fear hope promise argument accusation
prediction contention conclusion view theory denial revelation finding complaint testimony confession observation assurance rumour declaration""".split()
PASSIVE_IT = """believed understood thought reported alleged rumoured claimed said feared assumed expected hoped rumored known estimated suspected""".split()
PASSIVE_RAISE = """said understood believed thought reported alleged rumoured known expected feared suspected claimed estimated rumored""".split()
ADVERBS = ["reportedly", "allegedly", "supposedly", "purportedly"]
CUE_ADVERBS = [
    "repeatedly",
    "reportedly",
    "falsely",
    "flatly",
    "privately",
    "publicly",
    "openly",
    "angrily",
    "quietly",
    "later",
    "also",
    "previously",
    "recently",
    "continually",
    "explicitly",
    "consistently",
    "once",
    "initially",
    "again",
]
NONCOMMENT = [
    "to comment",
    "to be drawn on the details",
    "to answer questions",
    "to confirm the figure",
    "to discuss the case",
    "to say who was to blame",
    "to give details",
    "to apologise",
    "to confirm or deny the claim",
    "to be interviewed",
    "to name the officer",
]

IRREGULAR = """say said said;be was been;have had had;do did done;seize seized seized;withdraw withdrew withdrawn;lose lost lost;blow blew blown;run ran run;
strike struck struck;shoot shot shot;hide hid hidden;cut cut cut;break broke broken;hand handed handed;dig dug dug;hold held held;turn turned turned;send sent sent;
build built built;beat beat beaten;rise rose risen;leave left left;walk walked walked;pay paid paid;shut shut shut;steal stole stolen;set set set;drive drove driven;
lie lied lied;sell sold sold;flee fled fled;buy bought bought;find found found;begin began begun;sign signed signed;spend spent spent;meet met met;
withhold withheld withheld;win won won;take took taken;leak leaked leaked;fall fell fallen;tear tore torn;bet bet bet;draw drew drawn;map mapped mapped;
drop dropped dropped;scrap scrapped scrapped;ban banned banned;plan planned planned;skip skipped skipped;flip flipped flipped;cap capped capped;
spin span spun;split split split;quit quit quit;storm stormed stormed;feud feuded feuded;overstate overstated overstated;come came come;grow grew grown;
spread spread spread;burst burst burst;catch caught caught;forge forged forged;lay laid laid;read read read;breed bred bred;rewrite rewrote rewritten;
put put put;cost cost cost;hit hit hit;jam jammed jammed;fell felled felled;ship shipped shipped;drill drilled drilled;miss missed missed;dump dumped dumped;
redraw redrew redrawn;hurt hurt hurt;fly flew flown;ram rammed rammed;flop flopped flopped;commit committed committed;regroup regrouped regrouped;admit admitted admitted;
forbid forbade forbidden;beg begged begged;compel compelled compelled;try tried tried;tell told told;post posted posted;transfer transferred transferred;sabotage sabotaged sabotaged;
refer referred referred;see saw seen;give gave given;quip quipped quipped;expel expelled expelled;go went gone;make made made;burn burned burned;rig rigged rigged;freeze froze frozen;undergo underwent undergone;overtake overtook overtaken"""
