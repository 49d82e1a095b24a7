"""Affairs for the assessment register.  Pure data; names in them are invented, bodies may be real."""

from __future__ import annotations

from training.nested.scene import Dossier
from training.nested.topics import _lines

MIGRATION = Dossier(
    "Russian",
    [
        "[g:Russian] [t:Internal Affairs] ([o:MVD]) [t:Minister]",
        "[g:Russian] [t:Presidential Human Rights Council Head]",
        "[o:Duma] [t:Deputy]",
        "[g:Russian] [t:Security Council Deputy Chairperson]",
        "[o:MVD] [t:spokesperson]",
        "[o:Investigative Committee] [t:Head]",
    ],
    [
        ("[g:Russian] [o:Ministry of Internal Affairs]", "MVD"),
        ("[g:Russian] [o:Federal Security Service]", "FSB"),
        ("[g:Russian] [o:Ministry of Defense]", "MoD"),
    ],
    _lines("""a crackdown on illegal migration; a campaign against ‹ethnic crime›; the naturalisation of migrants; anti-migrant policies; the raids on hostels; the new migration law; mandatory fingerprinting;
 a ban on dual citizenship for recruits; the ultranationalist community; language tests for children; the closure of a market in {city}"""),
    _lines("""migrants had committed {few} per cent of the crimes in the region; naturalised citizens were obliged to serve; migrant workers had refused to register for service;
 officers had raided a warehouse and detained {few} workers; the raids had uncovered {num} people without papers; [n:{num_}] migrants had been sent to the front;
 the law would restrict the rights of migrants; recruiters were waiting at the border crossing; foreign workers had caused the shortage of flats;
 the number of crimes by teenagers had risen by {pct}; the authorities were coercing men into signing contracts; the diaspora leaders had called off the rally"""),
    _lines("""deport workers without papers; restrict the hiring of foreigners; recruit newly naturalised citizens; raid mosques and markets; tighten the rules on residence;
 strip convicted migrants of citizenship; expand the powers of the police; limit the number of migrant children in classes"""),
    _lines("""set conditions for further restrictions; appease the ultranationalist community; justify forced conscription; distract from losses at the front;
 exploit ethnic tensions; deflect blame from the [g:Russian] leadership"""),
    _lines("""Migrant workers typically come from [l:Central Asia] and work on building sites.; Many hold [g:Russian] passports.; The raids began in [w:May].;
 The economy depends on foreign labour.; {num} people work at the market in {city}.; Naturalised men must register for military service.;
 The law came into force on {daymonth}.; Wages in the region are low, and flats are scarce.; The factory stands on the edge of {city}.; Patrols increased after the attack."""),
)
FRONT = Dossier(
    "Russian",
    [
        "[o:Kherson Oblast] occupation [t:head]",
        "[g:Ukrainian] [t:Commander-in-Chief]",
        "[g:Russian] [t:Defense Minister]",
        "[o:Eastern Group of Forces] [t:spokesperson]",
        "[g:Ukrainian] [t:General Staff Spokesperson]",
        "[t:Kremlin Spokesperson]",
    ],
    [
        ("[g:Russian] [o:Ministry of Defense]", "MoD"),
        ("[g:Ukrainian] [o:General Staff]", "GS"),
        ("[g:Ukrainian] [o:Main Military Intelligence Directorate]", "GUR"),
    ],
    _lines("""the bridgehead; the supply of drones; the rotation of frontline units; the prisoner exchange; the mobilisation of reservists; better medical care; a ceasefire;
 the defence of {city}; the procurement of shells; assaults without armour"""),
    _lines("""[g:Russian] forces had advanced north of {city}; [g:Ukrainian] forces had struck an oil depot near {city}; air defences had downed {few} drones overnight;
 assaults near {city} had failed; elements of the brigade had redeployed to {city}; the command was withholding pay from {num} soldiers;
 units had lost {num} armoured vehicles; saboteurs had blown up a railway line; the battalion lacked shells and fuel; the crossing was under fire control;
 commanders had sent wounded men back into assaults; the river crossing had cost {num} lives"""),
    _lines("""seize the heights near {city}; cross the river; strike ammunition depots; redeploy reserves to {city}; encircle the town; form {few} new regiments;
 interdict supply lines; increase drone production; withdraw to prepared positions"""),
    _lines("""set conditions for a summer offensive; fix [g:Ukrainian] forces in place; conceal losses; strengthen its negotiating position; shape the information space;
 deter further strikes"""),
    _lines("""Fighting continued near {city} on {daymonth}.; The town had {num} inhabitants before the war.; The river is {num} metres wide there.; Mud slowed vehicles on both banks.;
 The bridge fell in [w:2022].; Artillery fire was lighter than in [w:April].; Trains to {city} resumed on {wday}.; The front line has hardly moved since [w:winter].;
 The power plant lies south of the town."""),
)
JUNTA = Dossier(
    "Malian",
    [
        "[t:junta leader]",
        "[g:Malian] [t:Transitional Prime Minister]",
        "[o:UN] [t:Special Envoy]",
        "[g:Algerian] [t:Foreign Minister]",
        "[o:Africa Corps] [t:commander]",
    ],
    [
        ("[o:Economic Community of West African States]", "ECOWAS"),
        ("[g:Malian] [o:Armed Forces]", "FAMa"),
        ("[o:Islamic State Sahel Province]", "ISSP"),
    ],
    _lines("""the fuel blockade; the withdrawal of peacekeepers; a return to civilian rule; the use of mercenaries; the gold mines; negotiations with the rebels; the border closure;
 foreign military bases"""),
    _lines("""militants had attacked a convoy near {city}; the army had killed {num} civilians in a market; mercenaries had taken over the mine; the junta had postponed elections;
 drones had struck a wedding; the rebels had crossed from {country}; fuel would run out within {few} days; the blockade had doubled prices;
 soldiers had deserted the base in {city}; the generals had agreed on a new date"""),
    _lines("""hold elections; expel the [g:French] ambassador; retake the north; buy drones from {country}; dissolve political parties; lift the blockade; open talks with the rebels;
 nationalise the mines"""),
    _lines(
        """secure fuel convoys; isolate the junta; consolidate control of the north; discredit the opposition; attract foreign investors"""
    ),
    _lines("""The region produces gold and cotton.; The road to {city} is unpaved.; Schools in the north have been shut since [w:2021].; The army has ruled since the coup.;
 Fuel arrives by lorry from {country}.; {num} people live in the camps.; The rains begin in [w:June]."""),
)
INFLUENCE = Dossier(
    "Moldovan",
    [
        "[g:Moldovan] [t:President]",
        "[o:Victory bloc] [t:leader]",
        "[t:Kremlin Spokesperson]",
        "[g:Moldovan] [t:Prosecutor General]",
        "[o:Central Electoral Commission] [t:Chairperson]",
    ],
    [
        ("[g:Moldovan] [o:Information and Security Service]", "SIS"),
        ("[g:Russian] [o:Foreign Intelligence Service]", "SVR"),
        ("[o:Central Electoral Commission]", "CEC"),
    ],
    _lines("""stricter rules on vote buying; accession to [o:the European Union]; the registration of candidates; observers at polling stations; foreign funding of parties; the closure of television channels;
 postal voting; a referendum"""),
    _lines("""[g:Russian] actors had paid {num} voters; bots had spread a forged letter; the opposition was planning unrest; couriers had brought {money} in cash; the vote would be rigged;
 the West had financed the protests; {few} polling stations had received bomb threats; hackers had targeted the commission; priests had been paid to campaign"""),
    _lines("""annul the vote; bar {few} parties from the ballot; finance the campaign through banks abroad; block websites; recruit students for protests; discredit the election;
 open more polling stations abroad; extradite the banker"""),
    _lines(
        """undermine confidence in the election; set conditions for protests; derail accession talks; influence voters abroad; divert attention from the economy"""
    ),
    _lines("""Polls open at seven.; The country has [n:2.4 million] inhabitants.; Turnout was {pct} in [w:2021].; The campaign ends on {wday}.; Parliament has [n:101] seats.;
 Prices rose by {pct} in [w:2024].; Many citizens live abroad.; The bloc was founded in {city}."""),
)
SEA = Dossier(
    "Chinese",
    [
        "[g:Taiwanese] [t:Defense Minister]",
        "[g:Chinese] [o:Taiwan Affairs Office] ([o:TAO]) [t:spokesperson]",
        "[g:Philippine] [o:Coast Guard] [t:spokesperson]",
        "[o:Kuomintang] ([o:KMT]) [t:Chairperson]",
        "[g:Chinese] [t:Foreign Minister]",
    ],
    [
        ("[o:People's Liberation Army]", "PLA"),
        ("[o:Democratic Progressive Party]", "DPP"),
        ("[g:Chinese] [o:Coast Guard]", "CCG"),
    ],
    _lines(
        """the patrols near the reef; the special defence budget; cross-strait exchanges; the recall vote; undersea cables; the arms package; maritime militia; the use of water cannon"""
    ),
    _lines("""ships had blocked a supply boat near the reef; {few} aircraft had crossed the median line; the tanker had cut a cable; the vessel had rammed a fishing boat;
 spies had photographed the port; the exercises simulated a blockade; the budget would bankrupt the island; divers had found {few} buoys"""),
    _lines("""normalise patrols around the islands; inspect cargo ships; cut the defence budget; expand the reserve forces; purchase {num} missiles; hold exercises in {month};
 fine companies that support independence"""),
    _lines(
        """set conditions for a quarantine; intimidate fishermen; normalise its presence; erode support for the government; test response times"""
    ),
    _lines("""The reef lies {num} kilometres from the coast.; Fishing is the main trade on the islands.; The exercises ended on {wday}.; The strait is busy with cargo traffic.;
 The legislature has [n:113] seats.; The cable was laid in [w:2004].; The typhoon season starts in [w:July]."""),
)
CARTEL = Dossier(
    "Mexican",
    [
        "[g:Mexican] [t:Security Secretary]",
        "[t:Sinaloa Governor]",
        "[o:DEA] [t:Administrator]",
        "[g:Mexican] [t:Attorney General]",
        "[g:Guatemalan] [t:Interior Minister]",
    ],
    [
        ("[g:US] [o:Drug Enforcement Administration]", "DEA"),
        ("[g:Mexican] [o:National Guard]", "GN"),
        ("[o:Jalisco New Generation Cartel]", "CJNG"),
    ],
    _lines(
        """extradition; the deployment of troops; raids on fentanyl laboratories; a search for missing students; tougher laws on arms smuggling; a tariff deal; prison reform"""
    ),
    _lines("""gunmen had blocked {few} roads; the faction had bought drones; the governor had met the capo; troops had destroyed {num} laboratories; officials had taken bribes of {money};
 the homicide rate had fallen by {pct}; the army had released the suspect; the mayor had been kidnapped; weapons had come from {country}"""),
    _lines(
        """send {num} soldiers to {city}; extradite {few} prisoners; label the gangs terrorists; close the crossing; bribe judges; replace the police of {city}; search for mass graves"""
    ),
    _lines("""placate [l:Washington]; weaken the rival faction; protect smuggling routes; avert tariffs"""),
    _lines("""The state borders {country}.; Schools in {city} reopened on {wday}.; Tourism brings in {money} a year.; The prison was built for {num} inmates.; Avocado farms line the road.;
 Elections are due in [w:June]."""),
)
DOSSIERS = [MIGRATION, MIGRATION, FRONT, FRONT, JUNTA, INFLUENCE, SEA, CARTEL]
MIGRATION.claims[5] = "{num} migrants had been sent to the front"
for _dossier, _cities, _countries, _bodies in (
    (
        MIGRATION,
        "Moscow;St. Petersburg;Kazan;Rostov;Yekaterinburg;Novosibirsk",
        "Tajikistan;Uzbekistan;Kyrgyzstan",
        "the Interior Ministry;the FSB;the Investigative Committee",
    ),
    (
        FRONT,
        "Kharkiv;Odesa;Belgorod;Pokrovsk;Kupyansk;Kherson;Melitopol",
        "Belarus;Poland;North Korea",
        "the General Staff;the Defence Ministry;the Airborne Forces",
    ),
    (
        JUNTA,
        "Bamako;Gao;Kidal;Timbuktu;Mopti",
        "Niger;Algeria;Burkina Faso;Senegal",
        "the UN;the African Union;the Defence Ministry",
    ),
    (
        INFLUENCE,
        "Chisinau;Balti;Tiraspol;Comrat;Cahul",
        "Romania;Russia;Ukraine",
        "the Electoral Commission;the Foreign Ministry;the Civic Platform",
    ),
    (
        SEA,
        "Taipei;Manila;Kaohsiung;Xiamen;Beijing",
        "Japan;the Philippines;China",
        "the Foreign Ministry;the Coast Guard;the Defence Ministry",
    ),
    (
        CARTEL,
        "Tijuana;Culiacan;Guadalajara;Ciudad Juarez;Monterrey",
        "Guatemala;Mexico;Colombia",
        "the Security Ministry;the National Guard;the State Department",
    ),
):
    _dossier.extra.update(
        cities=_cities.split(";"),
        countries=[c for c in _countries.split(";") if not c.startswith("the ")],
        bodies=_bodies.split(";"),
    )
