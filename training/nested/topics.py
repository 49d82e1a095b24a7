"""Clause stock by topic: agents and what they do, things and what befalls them.

Verb phrases begin with a base verb ("be" included); ``~`` marks a state.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """Combinable parts of clauses about one subject."""

    name: str
    agents: list[str]
    acts: list[str]
    things: list[str]
    events: list[str]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split(";") if line.strip()]


def _topic(name: str, agents: str, acts: str, things: str, events: str) -> Topic:
    return Topic(name, *[_lines(" ".join(part.split())) for part in (agents, acts, things, events)])


TOPICS = [
    _topic(
        "war",
        """the [g:{national_}] command; [g:+x] ; the brigade; +[g:{national_}] forces; +[g:{national_}] troops; the [t:commander]; the garrison;
        +the rebels; +volunteers from {country}; the marine battalion; +[g:{national_}] paratroopers; the militia; [o:the General Staff];
        [o:the Airborne Forces]; +conscripts; {person}; +drone operators; +local commanders; +mercenaries; the occupation administration""",
        """seize a village near {city}; withdraw from the eastern bank; shell a grain depot in {city}; lose {num} armoured vehicles;
        redeploy {num} soldiers to {city}; blow up the railway bridge; refuse to advance without artillery; recruit migrants from {country};
        mine the road to {city}; capture {num} prisoners; strike an oil refinery near {city}; prepare a new offensive for {month};
        run out of ammunition; replace the [t:commander] of the front; hide the scale of the losses; shoot down {num} drones;
        evacuate the wounded to {city}; violate the ceasefire; move missile launchers to the border; cut off supplies to the town;
        regroup behind the river; break through the second line of defence; hand over the bodies of {num} soldiers;
        force detained [g:{people_}] to sign contracts; abandon positions on the ridge; jam satellite signals around the port;
        dig trenches along the canal; transfer equipment to {country}; execute [n:two] prisoners; ~control most of the town""",
        """the bridge; the power station; the airfield; an ammunition store; the frontline town; the offensive; the ceasefire; the convoy;
        the drone attack; the military base outside {city}; the prisoner exchange; the landing operation""",
        """be destroyed in the attack; be planned for {month}; fail within hours; be hit by {num} missiles; be delayed by bad weather;
        cost {num} lives; be abandoned [w:last week]; collapse after {num} days; be organised by [g:{national_}] intelligence; continue into {month}""",
    ),
    _topic(
        "migration",
        """+the police; +border guards; +[g:{national_}] officials; +landlords; +employers; [o:the Interior Ministry]; the immigration service;
        +recruiters; +smugglers; [o:the Home Office]; +local councils; {person}; +security officers; +nationalist groups; +aid workers""",
        """round up {num} workers at a market in {city}; deport {num} [g:{people_}] without a hearing; turn back a boat carrying {num} people;
        raid a hostel in {city}; confiscate the passports of {num} workers; register {num} new arrivals; deny asylum to [g:{people_}];
        restrict visas for {country}; close the crossing near {city}; send detained migrants to the front; threaten families with deportation;
        build a reception centre outside {city}; charge each family {money}; lose the records of {num} children;
        tighten the rules on work permits; beat [g:{national_}] workers during the raid; demand bribes from taxi drivers;
        separate mothers from their children; offer [g:{people_}] a path to citizenship; patrol the markets in {city}; ~hold {num} people in the camp""",
        """the number of arrivals; the camp; the deportation flight; the new visa system; the asylum claim; the raid on the market; the hostel""",
        """be ordered from above; be based on false records; rise to {num} in {month}; be overcrowded; leave {city} empty; be suspended in {month};
        anger the [g:{national_}] embassy; cost {money}; be cancelled at the last minute""",
    ),
    _topic(
        "labour",
        """the union; +managers; the company; +dockers; +nurses; the airline; [o:Ostrava Motors]; [o:Meridian Steel]; +bus drivers;
        +the miners; the foreman; [o:the Labour Ministry]; {person}; +contractors; [o:the Maritime Union]; +postal workers; the rail operator""",
        """walk out in {month}; reject a pay offer of {pct}; cut {num} jobs; close the plant in {city}; dismiss {num} workers by text message;
        withhold wages for {num} weeks; reopen talks with the employers; hire agency staff to break the strike; accept a deal worth {money};
        ignore warnings about the furnace; ballot members on a strike; move production to {country}; pay back {money}; work without contracts;
        suspend the shop steward; lock the gates; breach safety rules {num} times; ~owe the staff {money}; introduce a four-day week; scrap the night shift""",
        """the strike; the pay deal; the furnace; the factory; the night shift; the pension fund; the dispute; the rota""",
        """be settled before {month}; be close to collapse; be called off [w:yesterday]; cost the company {money}; last for {num} weeks; be unsafe;
        affect {num} passengers; be sold to a rival; shut without notice; be illegal""",
    ),
    _topic(
        "court",
        """the captain; the defendant; the former [t:treasurer]; {person}; the accountant; the gang; +[n:two] brothers from {city}; the surgeon;
        the detective; the landlord; +the officers; the driver; the [t:headmaster]; the couple; a business partner; +the guards; the caretaker""",
        """steal {money} from the charity; hide the weapon in a garage; forge {num} invoices; bribe a juror; set fire to the warehouse;
        drive away from the scene; lie to investigators; strangle the victim; sell stolen watches in {city}; delete {num} messages;
        threaten a witness; launder {money} through a bakery; destroy the ledger; confess to the killing; plan the robbery for {num} months;
        pay {num} people to keep silent; leave the ship before the passengers; flee to {country}; buy a boat with the money; receive {money} in cash;
        order the crew to keep quiet; break bail; inspect the ledger twice; carry a knife""",
        """the ledger; the knife; the fire; the contract; the alibi; the confession; the trial; the evidence; the appeal; the payment""",
        """be found in a canal; be obtained under duress; be invented; begin in {month}; be hidden from the jury;
        be heard in {city}; be signed in [w:{year}]; be adjourned until {month}; contain {num} errors; be thrown out""",
    ),
    _topic(
        "politics",
        """the government; the opposition; the [t:president]; the [t:prime minister]; the [t:minister]; {person}; [o:the Civic Platform];
        [o:the Liberal Alliance]; parliament; the coalition; the [t:mayor]; [o:the Kremlin]; the ruling party; +[n:two] ministers; the cabinet; +lawmakers;
        [o:the European Commission]; {country}; the [t:foreign minister]; the presidential office""",
        """resign before the election; delay the budget until {month}; sack the head of the secret service; sign the treaty with {country};
        raise taxes on landowners; mislead parliament about the loan; postpone the referendum; lift the ban on rallies; back the amendment;
        meet a [g:{national_}] envoy in secret; offer {person} a post in the cabinet; spend {money} on advertising; recall the ambassador from {city};
        block the inquiry; promise {num} new hospitals; arrest {num} protesters; change the constitution; withdraw the bill; dissolve parliament;
        win {num} seats; lose the confidence of the army; nationalise the port; impose sanctions on {country}; open an embassy in {city};
        order an audit of the fund; extend the state of emergency; ~face a revolt in the party; pardon {num} prisoners; reject a ceasefire offer""",
        """the budget; the bill; the referendum; the vote; the coalition agreement; the treaty; the decree; the reshuffle; the inquiry; the election""",
        """be rigged; be passed by {num} votes; be postponed until {month}; collapse within weeks; be drafted in {city}; cost taxpayers {money};
        be signed on {wday}; take effect in {month}; divide the party; be published in full; be illegal; trigger protests in {city}""",
    ),
    _topic(
        "uspolitics",
        """the [t:senator]; the [t:president]; [o:the White House]; [o:the Justice Department]; +[g:Republicans]; +[g:Democrats]; the campaign;
        the [t:governor]; +House leaders; the [t:attorney general]; {person}; +donors; the super PAC; the nominee; the [t:vice president]; the committee; +federal agents""",
        """drop out of the race; veto the spending bill; subpoena {num} witnesses; raise {money} in {month}; redraw the district map;
        fire the [t:inspector general]; block the nomination; endorse {person}; flip {num} seats; shut down the government; cancel a rally in {city};
        skip the debate; pressure election officials in {city}; stay out of the case; leak the [d:transcript]; abandon the border bill;
        campaign in {city}; repeal the tax credit; court suburban voters; reject the plea deal; pay {money} to a consultant; release the tapes""",
        """the shutdown; the nomination; the spending bill; the debate; the recount; the hearing; the border bill; the ad campaign""",
        """be dead on arrival; end by {wday}; pass the [o:Senate]; hurt working families; be leaked to {outlet}; cost {money}; be delayed until {month};
        cost the party {num} seats; be a distraction""",
    ),
    _topic(
        "business",
        """the bank; [o:Pellworth Bank]; [o:Halvorsen Group]; [o:Brightwater plc]; the retailer; +shareholders; the [t:chief executive]; the board;
        +investors; the regulator; [o:the Central Bank]; the startup; +hedge funds; [o:Novadyne]; +analysts; a [g:{national_}] rival; {person}; the founder; +lenders""",
        """sell a stake in a [g:{national_}] supplier; post a loss of {money}; buy {pct} of the shares; raise interest rates in {month};
        restate the accounts for [w:{year}]; cut the forecast by {pct}; sue a former partner; fine the company {money}; open {num} stores in {country};
        hide debts of {money}; float the company in {city}; reject a takeover bid; pay a dividend of {money}; overstate sales by {pct};
        halt trading in the shares; spin off the chemicals arm; refinance the loan; freeze hiring; leave the board; miss a payment on {wday};
        double the dividend; borrow {money} from a pension fund; ~hold {pct} of the market""",
        """the merger; the takeover; the share price; the currency; inflation; the deal; the loan; the audit; revenue; the factory in {city}""",
        """be blocked by the regulator; fall by {pct}; be worth {money}; close in {month}; rise to {pct} in {month}; be fraudulent; be agreed in {city};
        be priced in; collapse on {wday}; recover next year; create {num} jobs""",
    ),
    _topic(
        "sport",
        """the striker; the club; [o:Dunmore Rovers]; [o:Atletico Varga]; the goalkeeper; the coach; the sprinter; the [g:{national_}] champion; +fans; the referee;
        {person}; the team doctor; +the organisers; the captain; the federation; +the players; the rower; the owner; the [g:{national_}] federation""",
        """miss the final in {city}; sign a contract worth {money}; fail a drug test; leave the club in {month}; score {num} goals; break the world record;
        retire after the tournament; pull out of the race; bet on {num} matches; turn down an offer from {country}; tear a hamstring;
        sack the manager; win {num} titles; play through injury; boo the anthem; demand a transfer; appeal against the ban; train in {country};
        bribe the referee; sell {num} tickets; insult a linesman; return to training in {month}""",
        """the match; the transfer; the ban; the stadium; the goal; the race; the sample; the tournament; the contract""",
        """be fixed; be postponed until {month}; cost {money}; fall through; be tampered with; be moved to {country}; draw {num} spectators; be unfair;
        be decided on penalties; be overturned on appeal""",
    ),
    _topic(
        "science",
        """+researchers; the team; +astronomers; the probe; the laboratory; [o:the Lindgren Institute]; {person}; +physicists; +biologists; the telescope;
        [o:the University of Aldwick]; +climate scientists; the expedition; the agency; a [g:{national_}] team; +geologists""",
        """find water beneath the crater; discover {num} new species near {country}; map the sea floor; detect a signal from a distant star;
        lose contact with the satellite; publish the data in {month}; repeat the experiment {num} times; fabricate results in [w:{year}];
        trace the fault under {city}; overestimate the age of the fossils; launch a probe in {month}; sequence the genome of a moth;
        retract the [d:paper]; measure ice up to {num} metres thick; miss a flaw in the sensor; win a grant of {money}; breed coral in tanks;
        drill {num} metres into the glacier; name the comet after {person}""",
        """the comet; the glacier; the fossil; the signal; the experiment; the data; the crater; the theory; the vaccine trial; the sensor""",
        """be older than anyone thought; melt by [w:{year}]; be contaminated; date from the last ice age; pass the sun in {month}; be wrong;
        contain traces of iron; shrink by {pct}; come from a nearby star; be repeated in {city}""",
    ),
    _topic(
        "health",
        """+doctors; the hospital; [o:Harrow Hospital Trust]; [o:the Health Ministry]; +nurses; the surgeon; [o:Helix Therapeutics]; the regulator; {person};
        +patients; [o:the World Health Organization]; +health officials; +midwives; the clinic; +ambulance crews; +paramedics; the drug company""",
        """cancel {num} operations; treat {num} patients in corridors; approve the vaccine in {month}; run short of beds; withdraw the drug;
        miss the warning signs; declare an outbreak in {city}; report {num} new cases; test {num} children for lead; close the maternity ward;
        hide the deaths of {num} babies; trial the tablet in {country}; vaccinate {num} people; quarantine a ship; lose {num} test results;
        prescribe the wrong dose; raise the price of insulin by {pct}; reuse needles; halt the trial; wait {num} hours for a bed; leave the profession""",
        """the outbreak; the drug; the vaccine; the virus; the waiting list; the ward; the trial; the infection; the treatment""",
        """spread to {country}; cause {num} deaths; be contained; halve the risk of stroke; be linked to dirty water; begin at a market in {city}; be safe;
        be approved by {month}; grow to {num} names; be preventable; mutate; work in {pct} of cases""",
    ),
    _topic(
        "local",
        """the council; [o:Tarn Valley Council]; +residents; the school; the [t:headteacher]; the developer; the landlord; +parents; {person}; the library; +volunteers;
        the parish; +shopkeepers; the bus company; +[n:two] councillors; the vicar; +planning officers; the museum; +allotment holders""",
        """fell {num} trees on the green; refuse planning permission for {num} homes; close the swimming pool in {month}; sell the town hall;
        paint over a mural; ban cars from the high street; lose the keys to the chapel; raise {money} for the roof; evict {num} tenants;
        approve a bypass near {city}; complain about the smell; repair the bridge; cancel the carnival; install {num} cameras; ignore the petition;
        find a Roman coin in a ditch; scrap the {num} bus; dump rubble in the pond; open a food bank; object to the mast; double parking charges""",
        """the bypass; the pool; the bridge; the mural; the market; the bus route; the chapel roof; the playground; the car park; the petition""",
        """be closed until {month}; cost {money}; be built on contaminated land; attract {num} signatures; be saved; leak; be a death trap;
        open on {wday}; be demolished; flood every winter""",
    ),
    _topic(
        "environment",
        """+firefighters; the water company; [o:Arcwell Energy]; +farmers; the fishing fleet; [o:the Weather Bureau]; {person}; +loggers; +rangers; the utility;
        the oil company; +conservationists; [o:the Coast Guard]; the mining firm; +poachers; the ministry; +villagers""",
        """dump sewage in the river; rescue {num} people from flooded homes; clear {num} hectares of forest; issue a red warning for {city};
        pollute the lake near {city}; shoot {num} wolves; evacuate {num} villages; build a wind farm off {country}; drill without a licence;
        restore the marsh; underestimate the storm; turn off the sensors; plant {num} trees; empty the reservoir; poison an eagle;
        pay a fine of {money}; cap the leaking well; ration water in {month}; move the herd to {country}""",
        """the storm; the flood; the dam; the oil spill; the wildfire; the drought; the river; the earthquake; the reservoir; the heatwave""",
        """kill {num} people; destroy {num} homes; reach {city} by {wday}; burst the banks; be under control; last until {month};
        be the worst since [w:{year}]; spread towards {city}; leave {num} homes without power; displace {num} families""",
    ),
    _topic(
        "technology",
        """the firm; [o:Novadyne]; [o:Orbis Telecom]; +hackers; +engineers; the app; the chipmaker; the social network; {person}; +moderators; the regulator; +developers;
        a [g:{national_}] hacking group; the search company; the carmaker; +security researchers; the founder""",
        """leak the data of {num} users; patch the flaw in {month}; sell location data to brokers; steal {num} passwords; train the model on private letters;
        switch off the servers; delay the phone until {month}; remove {num} posts; share records with [g:{national_}] police; break into the ministry's network;
        copy a rival's code; recall {num} cars; lay off {num} moderators; launch the service in {country}; pay a ransom of {money}; read private messages;
        disable the safety system; mislead users about tracking; demand {money} in bitcoin; open an office in {city}; block the app in {country}""",
        """the breach; the app; the outage; the software; the chatbot; the update; the algorithm; the phone; the attack; the battery""",
        """be caused by human error; affect {num} users; be banned in {country}; crash on {wday}; catch fire; be ready by {month}; start in {city};
        be biased; originate in {country}; last {num} hours; expose {num} medical records""",
    ),
    _topic(
        "celebrity",
        """the singer; the actor; the couple; the duchess; {person}; the reality star; the director; the band; the producer; the comedian; the chef; +bandmates;
        the palace; the footballer's wife; the presenter; the influencer; the streaming service; the novelist""",
        """call off the wedding; check into a clinic in {city}; quit the show; buy a villa in {country}; split after {num} years; sack a nanny;
        cancel {num} concerts; sell the photographs for {money}; storm off set; marry in secret in {city}; record a duet with {person};
        lose {money} at a casino; refuse to share a stage; rewrite the ending; crash a sports car; adopt {num} dogs; pay the fans back;
        feud with {person}; sign a deal worth {money}; mock the audience; demand {num} white roses; fake the injury""",
        """the wedding; the tour; the album; the film; the romance; the memoir; the split; the party; the show""",
        """be a publicity stunt; be cancelled; flop; earn {money}; be filmed in {country}; be over; open in {month}; be ghostwritten; last {num} months;
        shock the family; be leaked online""",
    ),
    _topic(
        "education",
        """the university; +students; +teachers; the exam board; the [t:education minister]; [o:the Teachers' Federation]; [o:the University of Aldwick]; the [t:rector]; {person};
        the school; +lecturers; +inspectors; the faculty; the student union; the nursery""",
        """scrap the entrance exam; expel {num} students; cancel lectures in {month}; raise fees by {pct}; cheat in the final exam; drop [g:Russian] from the timetable;
        close {num} rural schools; occupy the library; change the marks of {num} pupils; ban phones in class; sell degrees for {money}; censor a textbook;
        fail the inspection; hire {num} teachers from {country}; rewrite the history syllabus; lose {num} exam papers; invite {person} to speak""",
        """the exam; the syllabus; the lecture; the degree; the inspection; the scholarship; the textbook; the school roof""",
        """be cancelled; be marked by machine; be worthless; open in {month}; contain {num} mistakes; be unsafe; cost each family {money}; be rewritten in {city};
        discriminate against [g:{people_}]""",
    ),
    _topic(
        "energy",
        """[o:Arcwell Energy]; the pipeline operator; {country}; the grid operator; the refinery; +suppliers; [o:the Energy Ministry]; the cartel; +households; the nuclear agency;
        +engineers; +inspectors; {person}; +traders; the state gas company""",
        """cut exports to {country}; shut the reactor near {city}; raise prices by {pct}; store enough gas for {num} days; sabotage the pipeline; miss the output target;
        burn more coal; find cracks in the cooling pipe; ship oil under a false flag; cap household bills at {money}; restart the plant in {month};
        ignore {num} safety alerts; sell gas at a loss; ration power in {city}; build {num} turbines; ~depend on imports from {country}; double output by [w:{year}]""",
        """the reactor; the pipeline; the blackout; the price cap; the refinery; supply; the cable; the shortage""",
        """be sabotaged; be restored by {wday}; affect {num} homes; be temporary; be repaired in {month}; leak for {num} days; cost {money}; be shut down;
        explode""",
    ),
]
# Verbs that would themselves be attributions are left to the patterns, so that base clauses hold none.
_ATTRIBUTIVE = set(
    """promise order confess complain report refuse demand object plan threaten prepare declare reject mock offer deny
endorse appeal mislead lie""".split()
)
TOPICS = [
    Topic(
        t.name,
        [a for a in t.agents if "[g:+x]" not in a],
        [a for a in t.acts if a.split()[0] not in _ATTRIBUTIVE],
        t.things,
        [e for e in t.events if not e.startswith(("be planned", "be ordered"))],
    )
    for t in TOPICS
]

SPOKEN = _lines("""We will not accept this; It is a matter of principle; I did not sleep that night; There was smoke everywhere; I have nothing to hide;
 This is not who we are; Nobody asked us; We were lied to; The children were crying; I could not believe my eyes; You cannot run a country like this;
 It was chaos; We deserve an answer; They treated us like animals; I am proud of the team; It is a very sad day for all of us; The door was locked;
 We have been here before; That is simply not true; I just want to go home; Something has to change; We are doing everything we can;
 No decision has been made; It was the worst moment of my life; I would do the same again; The numbers do not add up; I saw it with my own eyes;
 People are scared; We heard a loud bang; It is far too early to celebrate; My phone has not stopped ringing; There is no plan B;
 Enough is enough; We trusted them; I have never met the man; The truth will come out; It makes no sense; We are ready for any scenario;
 They came at night; It felt like a dream; Our patience is running out; I have learned my lesson; The whole street was shaking;
 This decision was taken without us; He was a quiet man; She loved that place; We had no warning; It is not about the money; Time is running out""")
TAILS = _lines("""and nobody did a thing; and we have the papers to prove it; but nobody listened; so we left; and that is a scandal; because they could;
 and the town knows it; and it hurts; but life goes on; whatever they say in the capital; and I stand by that; for the sake of our children""")
PHRASES = _lines("""a disgrace; utterly false; a stab in the back; deeply worrying; a cynical ploy; nothing short of a miracle; a slap in the face; absurd;
 a witch hunt; completely out of control; a bad joke; a historic mistake; business as usual; pure fiction; a wake-up call; an act of revenge; shameful;
 a game changer; a textbook operation; the end of an era; not fit for purpose; politically motivated; baseless; heartbreaking; a step too far; a masterclass;
 beyond repair; a ticking bomb; reckless; a dream come true; a provocation; cruel and unusual; a cover-up; a breath of fresh air; unworkable; a travesty""")
DISTRACTORS = _lines("""The work went ahead according to plan; The said vehicle was parked outside; The [d:report] was thick and bound in blue card;
 It was a telling detail; The hall was half empty; Rain fell on the square all morning; A dog barked somewhere behind the stalls; The talks took place in {city};
 Children walked around the fountain; The friends talked about football; The clocks went back in [w:May]; The market opens at dawn; Shares closed flat on {wday};
 Traffic was light; The road runs along the river; The next hearing is on {daymonth}; {Person} lives in {city}; {Person} was born in {country} in [w:{year}];
 The team travels to {city} on {wday}; The firm employs {num} people; Tickets cost {money}; The building dates from [w:{year}]; The claim form has {num} pages;
 The insurance claim took {num} months; The orders arrived at the warehouse on {wday}; The order of service was printed in [g:{national_}]; The charge is {money} a night;
 The phone needs a full charge; He wore a charged look; The speaker was too loud; The state of the road is poor; The notes were written in pencil; The river found a new channel;
 The factory orders steel from {country}; A sign pointed to the exit; The match was a draw; Snow covered the airfield; The hope is a small boat; The union has {num} members;
 The station is [n:two] streets away; The town has a population of {num}; {Person} will be buried on {wday}; The cat sat about the house all day; They went about their business;
 It was a likely-looking spot for a picnic; The report card was pinned to the wall; The promised land was a car park; A known route leads to the pass; The denied boarding desk was shut;
 The story began in [w:{year}]; The word is spelt with a hyphen; {City} is the capital of the region; The council meets on {wday}; The writing on the wall was in red paint;
 The admission price was {money}; Admission is free; The announcement board was blank; The suggestion box was empty; The suspected leak was only rain; It was a warning light on the dashboard;
 The letter box was painted green; The train was on time; No trains ran on {wday}; The vote is on {daymonth}; The trial continues; The inquiry continues; Talks will resume on {wday};
 The film opens in [w:May]; Some years are better than others; The band played on; The court rose at noon; The flag flew at half mast; Bread cost {money} in {city}""")
