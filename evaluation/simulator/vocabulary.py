"""Words that the stories are made of; names are put together from syllables, so that there is no end of them."""

from __future__ import annotations

from typing import Final

MONTHS: Final = "January February March April May June July August September October November December".split()
MONTHS_DE: Final = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()

TOWN_STARTS: Final = (
    "Luzh Sosn Zarev Kamysh Verkhol Borov Dubr Orlets Yelsh Kravn Tolm Brath Quarn Skell Wend Ormsk Haxt Vild Prusk Mirn "
    "Glazh Tevr Polom Rudn Shelk Vetr Izmal Kurg Nevl Osk"
).split()
TOWN_ENDS: Final = (
    "insk ogorsk opol evo oyarsk ovets ino amarsh wick combe stoke fleet any ursk ensk avitsa orech ozero by".split()
)
FAMILY_STARTS: Final = (
    "Vel Sab Gor Mart Khleb Zub Ryb Tal Dem Parf Osm Karg Losh Stol Agl Pogr Thwait Oduy Croft Lamb Hartn Prow Strod Madd "
    "Kirch Dirn Feld Loch Ushak Berez"
).split()
FAMILY_ENDS: Final = "yaminov inets utin ebnikov arev akov ashvili enko insky elov uzhin oyan well more ley ford ner berg huber ova".split()
FIRST_NAMES: Final = (
    "Viktor Vera Oleg Inna Timur Saltanat Denis Yelena Gary Dilys Maureen Simon Rauf Helga Agnes Josie Rohan Priya Jonas "
    "Anja Miriam Pavel Nadia Igor Lidia Fergus Colin Dina Marat Ksenia Alois Kelly"
).split()
PROPER: Final = (
    "Meteor Start Zenit Orbita Raduga Vostok Yantar Sputnik Mayak Rodina Druzhba Sever Progress Salyut Kometa Lastochka Zarya Volna "
    "Kedr Rassvet Granit Almaz Temp Luch Iskra Polyot Oazis Chaika Sokol Beryozka"
).split()
PAPERS: Final = "Courier Post Echo Herald Monitor Gazette Observer Ledger Chronicle Standard Mirror Dispatch Times Review Bulletin".split()
SITES: Final = "Live Online Today Now Digest Insider Relay Newsround Tribune Weekly".split()
AGENCY_STARTS: Final = "Inter Steppe Tele Volga Nord Merid Orb Delta Uni Trans Sirio Alta".split()
AGENCY_ENDS: Final = "press wire graf info line com".split()
INSTITUTES: Final = ("{} Institute", "{} Centre", "Institute for {} Studies")

JOBS: Final = "a teacher|a bus driver|a pensioner|a lawyer|a shopkeeper|an engineer|a nurse|a farmer|a librarian|a student|an electrician".split(
    "|"
)
THINGS: Final = (
    "the bridge|the swimming pool|the bus station|the heating plant|the market hall|the school roof|the embankment|the library|the ferry|the "
    "tram line|the water tower|the cinema|the hospital wing|the sports ground|the post office"
).split("|")

BOUNDS: Final = {
    "about": ("about", "some", "around"),
    "more than": ("more than", "over"),
    "at least": ("at least", "no fewer than"),
    "up to": ("up to", "as many as"),
    "almost": ("almost", "nearly"),
}
BOUNDS_DE: Final = {
    "about": "etwa",
    "more than": "mehr als",
    "at least": "mindestens",
    "up to": "bis zu",
    "almost": "fast",
}

CUES: Final = {
    "insinuates": ("hinted", "insinuated"),
    "claims": ("claimed", "alleged"),
    "says": ("said", "stated"),
    "confirms": ("confirmed", "revealed", "disclosed"),
}
"""From the weakest stance to the hardest; words of one row are as good as each other."""

LEMMAS: Final = {
    "hinted": "hint", "insinuated": "insinuate", "claimed": "claim", "alleged": "allege", "said": "say", "stated": "state",
    "confirmed": "confirm", "revealed": "reveal", "disclosed": "disclose", "reported": "report", "writes": "write", "told": "tell",
    "citing": "cite", "according to": "according to", "denied": "deny",
}  # fmt: skip

HEDGES: Final = ("may", "possibly", "probably")
HEDGES_ADDED: Final = ("reportedly", "apparently", "allegedly")
HEDGES_DE: Final = {
    "may": "möglicherweise", "possibly": "möglicherweise", "probably": "wahrscheinlich", "reportedly": "dem Vernehmen nach",
    "apparently": "offenbar", "allegedly": "angeblich",
}  # fmt: skip

ROLES: Final = (
    "the head", "the deputy head", "a department head", "the press secretary", "the finance director", "the duty officer", "the legal adviser",
)  # fmt: skip
"""Of an organisation; each can be mistaken for another."""

UNNAMED: Final = (
    "a source close to {actor}", "a former employee of {actor}", "an official who asked not to be named", "a person who has seen the papers",
    "two people familiar with the matter", "a resident of {place}", "an eyewitness", "an internal letter", "a leaked memo", "relatives",
)  # fmt: skip

BACKGROUND: Final = (
    "The {adjective} {thing} in {place} was closed for {number} days in {month}.",
    "It is the {ordinal} time since {year} that {place} has been in the news.",
    "{Name}, {job} from {place}, said that {thing} had been promised to the town in {year}.",
    "“I have lived in {place} for {small} years and I have seen {thing} painted {small2} times,” {Name}, {job}, said.",
    "{place_c} has {number2} inhabitants, {small} schools and a museum of {craft}.",
    "The town council of {place} will meet on {day} to discuss {thing}.",
    "The price of {good} in the region has risen by {small} per cent since {month}.",
    "{Name}, {job}, doubts that {thing} will be ready before {month}.",
    "In {year} the region spent {number} million on {thing}.",
    "A public meeting about {thing} drew {number} people to the hall on {street} Street.",
    "{Name} has announced that the {craft} fair will be moved to {month}.",
    "Traffic on {street} Street is expected to be heavy until {day}.",
    "The weather office in {place} warns of {weather} on {day}.",
    "The local football club lost to {place2} by {small3} goals.",
    "A spokesman for the bus company said that line {small} would run again from {month}.",
)
ADJECTIVES: Final = "old new northern covered yellow wooden central former second upper".split()
ORDINALS: Final = "second third fourth fifth sixth seventh".split()
CRAFTS: Final = "lace bells felt boots glass trams honey clocks samovars bridges chess mining".split()
GOODS: Final = "bread eggs diesel sugar firewood butter cement potatoes".split()
WEATHER: Final = "black ice|gusts|heavy snow|fog|a late frost|thunderstorms".split("|")
DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday".split()
STREETS: Final = (
    "Sadovaya Mill Lipki Ostrovsky Sluice Chapel Rabochaya Northgate Vokzalnaya Quay Zavodskaya Tanner".split()
)
