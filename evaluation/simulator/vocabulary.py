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
    "The {adjective} {thing} in {place} (was closed|stayed shut|stood empty|was out of use|had no heating) (for|during) {number} (days|nights|hours) "
    "(in|before the end of|from the middle of) {month}.",
    "(Nobody in {place} remembers|Few in {place} have forgotten|Old people in {place} still tell of|{place} pays to this day for) the "
    "(flood|fire|strike|frost|drought|storm) of {year}.",
    "{Name}, {job} from {place}, said that {thing} (had been promised to|had cost|meant more to|did nothing for|had been taken from) the "
    "(town|street|district|parish|quarter) in {year}.",
    "“I have (lived|worked|taught|waited) in {place} for {small} years and (have seen {thing} painted {small2} times|nobody ever asked me about {thing}|"
    "{thing} was always mended last|we still speak of {thing}),” {Name}, {job}, said.",
    "{place_c} has {number2} (inhabitants|people|souls|residents), {small} (schools|bakeries|wells|chapels|pharmacies) "
    "(and a museum of|beside a fair of|for every maker of|and one shop for) {craft}.",
    "The (council|mayor|planning board|choir|angling club) of {place} will (meet|sit|report|decide|vote) on {day} (to discuss|about|with money for|in spite of) "
    "{thing}.",
    "The price of {good} (in {place}|at the market|on the coast|in the shops|by the railway) has (risen by|fallen by|gone up|come down) {small} "
    "(per cent|copecks|cents) since {month}.",
    "{Name}, {job}, doubts that {thing} will (be ready|open|be paid for|please anybody|survive) (before|by|until the end of) {month}.",
    "In {year} the (region|district|county|state|railway) (spent|lost|saved|borrowed) {number} (million|thousand) (on|over|because of) {thing}.",
    "(A public meeting|A petition|An evening|A quarrel|A poem) about {thing} (drew|reached|moved|angered) {number} (people|visitors|pensioners|families) "
    "(on|behind|opposite|near) {street} Street.",
    "{Name} has announced that the {craft} (fair|contest|museum|evening) (will be moved to|comes back in|closes before|needs a roof by) {month}.",
    "(Traffic on {street} Street looks|Drivers find {street} Street|Walkers call {street} Street) (heavy|slow|quiet|difficult|icy) until {day}.",
    "The weather office in {place} (warns of|expects|rules out|reported) {weather} (on|after|before) {day}.",
    "The local (football club|choir|chess team|hockey side|rowers) lost (to|against|at) {place2} by {small3} (goals|points|boats|games).",
    "(A spokesman for|The head of|Somebody at|A notice from) the (bus company|port|waterworks|power grid) said that (line|pier|pump|mast) {small} would (run|work|open|be paid for) "
    "(again from|until|only in) {month}.",
)
"""Patterns of sentences about something else; of "(a|b)" one is taken. So many, that two documents share hardly five words in a row."""
ADJECTIVES: Final = "old new northern covered yellow wooden central former second upper".split()
CRAFTS: Final = "lace bells felt boots glass trams honey clocks samovars bridges chess mining".split()
GOODS: Final = "bread eggs diesel sugar firewood butter cement potatoes".split()
WEATHER: Final = "black ice|gusts|heavy snow|fog|a late frost|thunderstorms".split("|")
DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday".split()
STREETS: Final = (
    "Sadovaya Mill Lipki Ostrovsky Sluice Chapel Rabochaya Northgate Vokzalnaya Quay Zavodskaya Tanner".split()
)
