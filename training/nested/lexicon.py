"""Word stock for places, people and numbers.  Pure data.

Markup used everywhere: ``[k:words]`` where k is p person, o organisation,
l place, g group, d document, t title, w date, n number, h hedge.
``{slot}`` is filled at random; a leading ``+`` marks a plural noun phrase.
"""

from __future__ import annotations

MALE = """Pavel Marek Idris Tomas Daniel Aziz Viktor Samuel Rahul Kenji Luis Oleg Farid Henrik Joseph Ruslan Bakyt Timur
Graham Callum Ewan Peter Andrei Mateo Emeka Kwame Yusuf Arjun Lars Nikos Dmitri Gareth Walter Hugo Leon Ibrahim Artem
Stefan Omar Colin Frank Theo Jamal Wei Minh Andile Rashid Bogdan""".split()
FEMALE = """Marta Elena Aisha Nadia Claire Fiona Olga Priya Yuki Rosa Irina Leila Ingrid Ruth Gulnara Aigul Helen Siobhan
Katya Beatriz Ngozi Amina Deborah Karen Sofia Zainab Meera Astrid Dora Hannah Tamara Lucia Grace Judith Mei Linh Thandi
Svetlana Carla Naomi Bridget Halima Renata Joanna Vera Alice""".split()
SURNAMES = """Orlov Oren Sadykov Brandt Whitlock Okafor Petrenko Lindqvist Ramires Haddad Novak Tanaka Mbeki-Lowe Castellan
Drummond Farrow Ismailov Kerimov Dobrev Halloran Pryce Achebe Vasquez Morozov Tkachenko Abdrakhmanov Osmonov Rehman
Kowalczyk Lehtinen Sorensen Bellamy Thackray Penhale Dasgupta Iyer Nakamura Ferreira Okonjo Zhang Nguyen Mwangi Dlamini
Voss Keller Marchetti Papadakis Yilmaz Hosseini Barzani Shapiro Goldman Redfern Ashworth McAllister O'Dowd Trevelyan
Kostenko Bilyk Zhuravlev Belov Sorokin Gromov Rakhimov Juraev Tulegenov Batyrov Ochoa Delgado Pruitt Hargrove Stanton
Whitfield Boone Larkin Merriweather Calloway Ibsen Dahl Nystrom Wolfe Baptiste Diallo Traore Sow Kone Perera Silva""".split()

CITIES = """Kyiv Moscow Bishkek Tashkent London Manchester Leeds Warsaw Berlin Paris Ankara Tbilisi Yerevan Vilnius Kharkiv
Odesa Belgorod Rostov Kazan Lagos Nairobi Accra Delhi Mumbai Karachi Manila Jakarta Seoul Tokyo Lima Bogota Houston
Chicago Denver Phoenix Atlanta Boston Geneva Brussels Vienna Madrid Lisbon Athens Cairo Beirut Baghdad Tehran Harrow
Stockport Barnsley Truro Norwich Dundee Swansea Cardiff Belfast""".split()
COUNTRIES = """Russia Ukraine Kyrgyzstan Uzbekistan Tajikistan Kazakhstan Georgia Armenia Poland Germany France Turkey Iran
Iraq Israel Lebanon Egypt Nigeria Kenya Ghana India Pakistan China Japan Brazil Mexico Canada Britain Ireland Norway
Sweden Finland Estonia Serbia Hungary Greece Spain""".split()
NATIONAL = """Russian Ukrainian Kyrgyz Uzbek Tajik Kazakh Georgian Armenian Polish German French Turkish Iranian Iraqi Israeli
Lebanese Egyptian Nigerian Kenyan Ghanaian Indian Pakistani Chinese Japanese Brazilian Mexican Canadian British Irish
Norwegian Swedish Finnish Estonian Serbian Hungarian Greek Spanish American""".split()
PEOPLES = """Russians Ukrainians Uzbeks Tajiks Buryats Chechens Tatars Kurds Georgians Armenians Poles Germans Turks Iranians
Israelis Palestinians Nigerians Kenyans Indians Pakistanis Mexicans Canadians Americans Muslims Christians Jews Sikhs
Hindus Catholics Republicans Democrats Conservatives Roma Rohingya Yazidis Serbs""".split()

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
RELATIVE_DATES = ["last week", "last month", "last year", "yesterday", "earlier this week", "earlier this month",
                  "two days ago", "this week", "this spring", "last summer", "earlier this year", "last autumn"]

# invented outlets and real generic agencies
OUTLETS = ["Reuters", "Interfax", "the Halden Courier", "the Marsh Gazette", "Vestnik Online", "the Northern Ledger",
           "Radio Azat-Zhol", "Channel Nine", "the Daily Beacon", "the Evening Tribune", "Delta Wire", "the Steppe Monitor",
           "Kanal Sever", "TV Polis", "the Bridgeport Examiner", "the Capitol Sentinel", "Volna News", "the Port Herald",
           "the Financial Observer", "Baltic Dispatch", "Rossa Media", "the Pennine Post", "Metro South", "La Tribuna Libre",
           "AP", "AFP", "the BBC", "Dagens Kurir", "the Lagos Standard", "the Weekly Argus", "Meduna", "Sport Direkt"]
ORGS = ["ISW", "the Interior Ministry", "the Defence Ministry", "the UN", "the FSB", "the Foreign Ministry", "the Kremlin",
        "the Health Ministry", "the European Commission", "the White House", "the State Department", "the Home Office",
        "the Treasury", "the Justice Department", "the Pentagon", "the World Health Organization", "Nato",
        "the Labour Ministry", "Amnesty International", "the Red Cross", "the Supreme Court", "the Central Bank",
        "the Open Rights League", "Halvorsen Group", "Meridian Steel", "Tarn Valley Council", "Ostrava Motors",
        "Kestrel Airlines", "Brightwater plc", "Novadyne", "Pellworth Bank", "the Maritime Union", "the Teachers' Federation",
        "the National Farmers' Guild", "Harrow Hospital Trust", "St Brannock's Hospital", "the University of Aldwick",
        "the Lindgren Institute", "the Institute for Border Studies", "the Caspian Policy Centre", "the Airborne Forces",
        "the General Staff", "the Investigative Committee", "the Federal Migration Service", "the Senate",
        "the Anti-Corruption Bureau", "West Riding Police", "Dunmore Rovers", "Atletico Varga", "Helix Therapeutics",
        "the Civic Platform", "the Liberal Alliance", "the Electoral Commission", "the Weather Bureau", "Arcwell Energy",
        "the Food Standards Office", "Orbis Telecom", "the Coast Guard", "the International Rowing Board", "the EU"]
OFFICES = ["Interior Minister", "Defence Minister", "Foreign Minister", "Finance Minister", "Health Minister",
           "Deputy Prime Minister", "Prime Minister", "President", "Vice President", "Governor", "Mayor", "Senator",
           "Ambassador", "General", "Colonel", "Major", "Captain", "Professor", "Dr.", "Judge", "Chief Inspector",
           "Detective Sergeant", "Archbishop", "Councillor", "Congresswoman", "Attorney General", "Police Chief",
           "Education Secretary", "Home Secretary", "Lieutenant", "Sheriff", "Ombudsman", "Special Envoy"]
SHORT_TITLES = ["Mr", "Ms", "Mrs", "Dr", "Prof"]
ROLE_APPOS = ["a [t:spokeswoman] for {org}", "a [t:spokesman] for {org}", "the [t:head] of {org}", "a former [t:adviser] to {org}",
              "the [t:governor] of {city}", "the [t:mayor] of {city}", "a [t:director] at {org}", "the [t:chief executive] of {org}",
              "a [g:{national_}] opposition leader", "a lawyer for the family", "a retired [t:colonel]", "an analyst at {org}",
              "a [t:professor] at [o:the University of Aldwick]", "a nurse from {city}", "a farmer in {country}",
              "the [t:deputy head] of {org}", "a local historian", "an economist with {org}", "who runs a shelter in {city}",
              "a neighbour", "a mother of [n:three]", "the [t:chairman] of {org}", "[n:43]", "[n:29], a welder",
              "the club's [t:head coach]", "[t:chief scientist] at {org}", "a [g:{national_}] military blogger",
              "who witnessed the incident", "a human rights lawyer", "the [t:general secretary] of {org}"]

UNNAMED = ["+sources close to the [t:governor]", "a source close to the talks", "+people familiar with the matter",
           "a senior official", "+officials", "+[n:two] officials briefed on the plan", "+[n:three] people with knowledge of the inquiry",
           "a diplomat", "a [g:Western] diplomat", "an insider", "the insider", "+insiders", "+witnesses", "an eyewitness",
           "+residents", "+local residents", "+neighbours", "+activists", "+[g:{national_}] officials", "a [g:{national_}] official",
           "a [g:{national_}] military blogger", "+[g:{national_}] milbloggers", "+[g:{national_}] opposition sources", "+critics",
           "+supporters", "+prosecutors", "+police", "+detectives", "+doctors", "+scientists", "+researchers", "+analysts",
           "+investors", "+union leaders", "+lawyers for the defence", "the prosecution", "the defence", "the judge", "the court",
           "the witness", "the defendant", "the victim's sister", "his widow", "the boy's father", "a colleague", "a former employee",
           "a friend of the couple", "the ministry", "the company", "the council", "the club", "the union", "the agency",
           "the channel", "the newspaper", "the outlet", "the website", "the broadcaster", "the think tank", "the embassy",
           "the bank", "the hospital", "the school", "the regulator", "a [t:spokesman]", "a [t:spokeswoman] for {org}", "the [t:spokesman]",
           "the [t:governor]", "the [t:mayor]", "the [t:minister]", "the [t:president]", "the [t:prime minister]", "+aides to the [t:president]",
           "an aide", "a [t:senator]'s aide", "+[g:Republicans]", "+[g:Democrats]", "+many [g:{people_}]", "+local [g:{people_}]",
           "+farmers", "+parents", "+teachers", "+the families", "+campaigners", "+rebels", "+the rebels", "a [g:Ukrainian] officer",
           "a soldier", "+captured soldiers", "a prisoner of war", "a whistleblower", "a tipster", "an anonymous user",
           "a popular [g:{national_}] Telegram channel", "+several Telegram channels", "+[g:{national_}] state media", "+local media",
           "+[g:{national_}] media outlets", "a gossip site", "a tabloid", "+commentators", "+economists", "+traders", "+rival fans",
           "the striker's agent", "the team doctor", "+the organisers", "the landlord", "the driver", "the pilot's union",
           "+conservationists", "+meteorologists", "+astronomers", "the [d:study]'s lead author", "+the authors", "the interpreter",
           "a military intelligence source", "an [o:FSB] source", "a source in [o:the Interior Ministry]", "+sources in {city}",
           "an official who asked not to be named", "a [g:{national_}] intelligence officer", "+voters", "a juror", "the coroner",
           "a senior [g:Republican] aide", "+most shareholders", "the airline", "a border guard", "+the miners", "+migrants in {city}",
           "+workers at the plant", "a worker", "the shop's owner", "the widow's lawyer", "a retired detective", "the paramedic"]
DOCS = ["the [d:report]", "a leaked [d:memo]", "the leaked [d:memo]", "the [d:indictment]", "a [d:survey] by {org}", "the [d:survey]",
        "a [d:poll] for {outlet}", "an internal [d:email]", "the [d:letter]", "a [d:study] by {org}", "the [d:study]",
        "an [d:audit] of the fund", "a classified [d:assessment]", "the court [d:filing]", "the [d:affidavit]", "a police [d:report]",
        "{orgbare}'s [d:report]", "a [o:UN] [d:report]", "the [d:dossier]", "the [d:white paper]", "the [d:communique]", "the [d:statement]",
        "an [d:article] in {outlet}", "a [d:paper] published in [w:{month_}]", "the [d:autopsy report]", "[d:documents] seen by {outlet}",
        "the [d:diary]", "a [d:transcript] of the call", "the [d:complaint]", "an unsigned [d:note]", "a diplomatic [d:cable]",
        "an [o:ISW] [d:report]", "the [d:inquiry report]", "a new [d:analysis]"]

NUMWORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty".split()
APPROX = ["about", "around", "nearly", "some", "at least", "up to", "more than", "almost", "roughly", "as many as"]
MONEY_UNITS = ["$", "£", "€"]

STATES = ["in a [d:statement]", "in an [d:interview]", "at a press conference", "by telephone", "on state television", "in court",
          "after the meeting", "during a visit to {city}", "in a [d:letter] to staff", "on condition of anonymity", "in parliament",
          "in a [d:post] on Telegram", "in testimony", "before the vote", "through an interpreter", "at a rally in {city}",
          "in a rare public appearance", "late on {wday}", "on {wday}", "on {daymonth}", "in {month}", "{rel}", "as talks ended",
          "under oath", "in broken English", "with a shrug", "without giving evidence", "in a hastily arranged call",
          "in comments carried by {outlet}", "while speaking to reporters", "in an [d:email] to {outlet}"]
WEDGES = ["who asked not to be named", "who was not at the meeting", "speaking on condition of anonymity", "speaking in {city}",
          "who has led the inquiry since [w:{year}]", "visibly tired", "in his first remarks", "who declined to give a name",
          "a day after the vote", "for example", "meanwhile", "for its part", "in turn", "however", "by contrast"]
FRONTS = ["On {wday}", "Earlier {rel2}", "In {city}", "Speaking in {city}", "In a [d:statement]", "In a separate [d:post]", "At the hearing",
          "Meanwhile", "Later", "In {month}", "In an [d:interview] with {outlet}", "Asked about the plan", "In a [d:letter] to investors",
          "On Telegram", "Under cross-examination", "After the match", "By {wday}", "In recent days", "As prices climbed",
          "Despite the ceasefire", "At the same time", "In [w:{year}]", "Speaking through an interpreter", "Before the hearing"]
