"""Small lists of states, capitals, seats of power and cue words for names; general knowledge, no story's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from framing.language.lexicon import lexicon, phrases

# state : capital : adjectives and peoples
_STATES = """
Afghanistan:Kabul:Afghan,Afghans | Albania:Tirana:Albanian | Algeria:Algiers:Algerian |
Argentina:Buenos Aires:Argentine | Armenia:Yerevan:Armenian | Australia:Canberra:Australian |
Austria:Vienna:Austrian | Azerbaijan:Baku:Azerbaijani | Bahrain:Manama:Bahraini | Bangladesh:Dhaka:Bangladeshi |
Belarus:Minsk:Belarusian | Belgium::Belgian | Bolivia:La Paz:Bolivian | Bosnia:Sarajevo:Bosnian |
Brazil:Brasilia:Brazilian | Bulgaria:Sofia:Bulgarian | Cambodia:Phnom Penh:Cambodian | Cameroon:Yaounde:Cameroonian
| Canada:Ottawa:Canadian | Chile:Santiago:Chilean | China:Beijing:Chinese | Colombia:Bogota:Colombian |
Croatia:Zagreb:Croatian | Cuba:Havana:Cuban | Cyprus:Nicosia:Cypriot | Czech Republic:Prague:Czech |
Denmark:Copenhagen:Danish | Ecuador:Quito:Ecuadorian | Egypt:Cairo:Egyptian | Eritrea:Asmara:Eritrean |
Estonia:Tallinn:Estonian | Ethiopia:Addis Ababa:Ethiopian | Finland:Helsinki:Finnish | France:Paris:French |
Georgia:Tbilisi:Georgian | Germany:Berlin:German | Ghana:Accra:Ghanaian | Greece:Athens:Greek |
Guatemala::Guatemalan | Haiti:Port-au-Prince:Haitian | Honduras:Tegucigalpa:Honduran | Hungary:Budapest:Hungarian |
Iceland:Reykjavik:Icelandic | India:New Delhi:Indian | Indonesia:Jakarta:Indonesian | Iran:Tehran:Iranian |
Iraq:Baghdad:Iraqi | Ireland:Dublin:Irish | Israel:Jerusalem:Israeli | Italy:Rome:Italian |
Jamaica:Kingston:Jamaican | Japan:Tokyo:Japanese | Jordan:Amman:Jordanian | Kazakhstan:Astana:Kazakh |
Kenya:Nairobi:Kenyan | Kosovo:Pristina:Kosovar | Kuwait::Kuwaiti | Kyrgyzstan:Bishkek:Kyrgyz |
Laos:Vientiane:Laotian | Latvia:Riga:Latvian | Lebanon:Beirut:Lebanese | Libya:Tripoli:Libyan |
Lithuania:Vilnius:Lithuanian | Malaysia:Kuala Lumpur:Malaysian | Mali:Bamako:Malian | Mexico:Mexico City:Mexican |
Moldova:Chisinau:Moldovan | Mongolia:Ulaanbaatar:Mongolian | Montenegro:Podgorica:Montenegrin |
Morocco:Rabat:Moroccan | Myanmar:Naypyitaw:Burmese | Nepal:Kathmandu:Nepali | Netherlands:The Hague:Dutch |
New Zealand:Wellington:New Zealander | Nicaragua:Managua:Nicaraguan | Niger:Niamey:Nigerien |
Nigeria:Abuja:Nigerian | North Korea:Pyongyang:North Korean | North Macedonia:Skopje:Macedonian |
Norway:Oslo:Norwegian | Oman:Muscat:Omani | Pakistan:Islamabad:Pakistani | Panama::Panamanian |
Paraguay:Asuncion:Paraguayan | Peru:Lima:Peruvian | Philippines:Manila:Filipino | Poland:Warsaw:Polish |
Portugal:Lisbon:Portuguese | Qatar:Doha:Qatari | Romania:Bucharest:Romanian | Russia:Moscow:Russian |
Rwanda:Kigali:Rwandan | Saudi Arabia:Riyadh:Saudi | Senegal:Dakar:Senegalese | Serbia:Belgrade:Serbian |
Sierra Leone:Freetown: | Singapore::Singaporean | Slovakia:Bratislava:Slovak | Slovenia:Ljubljana:Slovenian |
Somalia:Mogadishu:Somali | South Africa:Pretoria:South African | South Korea:Seoul:South Korean |
South Sudan:Juba:South Sudanese | Spain:Madrid:Spanish | Sri Lanka:Colombo:Sri Lankan | Sudan:Khartoum:Sudanese |
Sweden:Stockholm:Swedish | Switzerland:Bern:Swiss | Syria:Damascus:Syrian | Taiwan:Taipei:Taiwanese |
Tajikistan:Dushanbe:Tajik | Tanzania:Dodoma:Tanzanian | Thailand:Bangkok:Thai | Tunisia:Tunis:Tunisian |
Turkey:Ankara:Turkish | Turkmenistan:Ashgabat:Turkmen | Uganda:Kampala:Ugandan | Ukraine:Kyiv:Ukrainian |
United Arab Emirates:Abu Dhabi:Emirati | United Kingdom:London:British | United States:Washington:American |
Uruguay:Montevideo:Uruguayan | Uzbekistan:Tashkent:Uzbek | Venezuela:Caracas:Venezuelan | Vietnam:Hanoi:Vietnamese
| Yemen:Sanaa:Yemeni | Zambia:Lusaka:Zambian | Zimbabwe:Harare:Zimbabwean | European Union:Brussels: |
Palestinian Authority:Ramallah:Palestinian | Vatican::
"""

_SEATS = {
    "the Kremlin": "Russia", "Kremlin": "Russia", "Russian Federation": "Russia", "Kiev": "Ukraine",
    "the White House": "United States", "White House": "United States", "US": "United States", "U.S.": "United States",
    "USA": "United States", "U.S.A.": "United States", "America": "United States", "Pentagon": "United States",
    "the Pentagon": "United States", "State Department": "United States", "Washington D.C.": "United States",
    "the Oval Office": "United States", "Oval Office": "United States", "Capitol Hill": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "Britain": "United Kingdom", "Great Britain": "United Kingdom",
    "England": "United Kingdom", "Downing Street": "United Kingdom", "Whitehall": "United Kingdom",
    "Westminster": "United Kingdom", "EU": "European Union", "E.U.": "European Union",
    "European Commission": "European Union",
    "the Elysee": "France", "Elysee": "France", "Élysée": "France", "Quai d'Orsay": "France", "Bundestag": "Germany",
    "Türkiye": "Turkey", "Peking": "China", "People's Republic of China": "China", "Zhongnanhai": "China",
    "Holy See": "Vatican", "UAE": "United Arab Emirates", "Czechia": "Czech Republic", "Holland": "Netherlands",
    "Republic of Korea": "South Korea", "Blue House": "South Korea", "DPRK": "North Korea", "Islamic Republic": "Iran",
    "Burma": "Myanmar", "Delhi": "India", "Knesset": "Israel", "UN": "United Nations", "U.N.": "United Nations",
}  # fmt: skip
_PLURALS = {
    "Americans": "United States", "Britons": "United Kingdom", "Brits": "United Kingdom", "Spaniards": "Spain",
    "Poles": "Poland", "Danes": "Denmark", "Swedes": "Sweden", "Finns": "Finland", "Turks": "Turkey",
    "Scots": "United Kingdom",
    "Kurdish": "Kurds", "Argentinian": "Argentina", "European": "Europe", "Europeans": "Europe",
    "Scottish": "United Kingdom",
}  # fmt: skip

STATES: frozenset[str]
_metonyms: dict[str, str] = dict(_SEATS)
_demonyms: dict[str, str] = dict(_PLURALS)
_states: set[str] = {"Europe", "Asia", "Africa", "Middle East", "United Nations"}
_capitals: set[str] = set()
for _row in sorted(phrases(_STATES)):
    _state, _capital, _people = _row.split(":")
    _states.add(_state)
    if _capital:
        _metonyms[_capital] = _state
        _capitals.add(_capital)
    for _demonym in filter(None, _people.split(",")):
        _demonyms[_demonym] = _state
        if _demonym.endswith(("n", "i", "ian", "k", "t", "o")):
            _demonyms[_demonym + "s"] = _state
STATES = frozenset(_states)
CAPITALS = frozenset(_capitals)
METONYMS: Mapping[str, str] = MappingProxyType(dict(sorted(_metonyms.items())))
DEMONYMS: Mapping[str, str] = MappingProxyType(dict(sorted(_demonyms.items())))

US_STATES = phrases(
    """
    Alabama | Alaska | Arizona | Arkansas | California | Colorado | Connecticut | Delaware | Florida | Georgia |
    Hawaii | Idaho | Illinois | Indiana | Iowa | Kansas | Kentucky | Louisiana | Maine | Maryland |
    Massachusetts | Michigan | Minnesota | Mississippi | Missouri | Montana | Nebraska | Nevada | New Hampshire
    | New Jersey | New Mexico | New York | North Carolina | North Dakota | Ohio | Oklahoma | Oregon |
    Pennsylvania | Rhode Island | South Carolina | South Dakota | Tennessee | Texas | Utah | Vermont | Virginia
    | Wisconsin | Wyoming
    """
)
PLACES = phrases(
    """
    Crimea | Donbas | Donetsk | Luhansk | Gaza | Gaza Strip | West Bank | Golan Heights | Hong Kong | Tibet |
    Kashmir | Chechnya | Siberia | Scotland | Wales | Northern Ireland | England | Catalonia | Kurdistan |
    New York City | Los Angeles | Chicago | Houston | Boston | Dallas | Philadelphia | San Francisco | Seattle |
    Atlanta | Miami | Detroit | Denver | Las Vegas | Phoenix | Anchorage | Toronto | Montreal | Vancouver |
    Manchester | Birmingham | Edinburgh | Glasgow | Belfast | Munich | Hamburg | Frankfurt | Milan | Naples |
    Barcelona | Geneva | Zurich | Istanbul | Dubai | Mumbai | Shanghai | Sydney | Melbourne | Kharkiv | Kherson
    | Odesa | Mariupol | Zaporizhzhia | Dnipro | Lviv | St. Petersburg | Tel Aviv | Davos | Guantanamo Bay |
    Silicon Valley | Wall Street | Latin America | Central America | South America | North America |
    Southeast Asia | Eastern Europe | Western Europe | Baltic Sea | Black Sea | Red Sea | Persian Gulf |
    South China Sea | Mediterranean | Balkans | Arctic | Antarctica | Atlantic | Pacific | Caribbean | Manhattan
    | Brooklyn
    """
)
PLACE_WORDS = lexicon(
    """
    River Sea Ocean Lake Mount Mountain Mountains Island Islands Valley Bay Gulf Strait Desert County City
    Province Region District Street Avenue Road Square Bridge Airport Base Port Beach Park Hills Peninsula
    Oblast Village Town Heights Canal Boulevard Strip Plaza
    """
)
ORGANISATION_WORDS = lexicon(
    """
    Inc Corp Co Ltd LLC Plc Group Company Corporation Party Ministry University College Institute Council
    Committee Commission Agency Department Office Bureau Administration Association Union Federation Foundation
    Bank Court Congress Senate House Parliament Assembly Army Navy Force Forces Guard Police Service Services
    Center Centre Board Authority Organization Organisation Society League Club Coalition Alliance Network News
    Times Post Journal Tribune Herald Guardian Press Media Radio Television TV Church Hospital School Academy
    Fund Trust Caucus Movement Front Brigade Battalion Division Command Treasury Exchange Airlines Airways
    Motors Technologies Systems Industries Holdings Partners Project Campaign Democrats Republicans
    Conservatives Labour Rebellion Patrol Cabinet Embassy Nations Ministers Studies Research Magazine Review
    Chamber Initiative Watch International Workers Teachers
    """
)
ORGANISATIONS = phrases(
    """
    NATO | Nato | UN | EU | FBI | CIA | NSA | BBC | CNN | NBC | CBS | ABC | PBS | NPR | MSNBC | AP | AFP |
    Reuters | Bloomberg | Politico | GOP | WHO | IMF | IAEA | OPEC | OSCE | ICC | IRS | EPA | FDA | CDC | NRA |
    ACLU | NAACP | ISIS | ISIL | Hamas | Hezbollah | Taliban | Kremlin | Pentagon | Congress | Senate |
    Parliament | Bundestag | Knesset | Duma | Google | Facebook | Twitter | Amazon | Apple | Microsoft | Tesla |
    Boeing | Fox | Democrats | Republicans | Democratic | Republican | White House | Capitol | Supreme Court |
    Interpol | Wagner | Gazprom | Rosneft | Xinhua | TASS | Interfax | Treasury | Labour | Tories | Likud |
    Fatah | Unicef | UNICEF | UNHCR | UNESCO | DOJ | DHS | ICE | HHS | DNC | RNC | AFL-CIO
    """
)
