"""Words around names: titles, particles, common first names, and capitalised words that are no names."""

from __future__ import annotations

from framing.language.lexicon import lexicon, phrases

PARTICLES = lexicon(
    """
    de van von der den del della di da dos du la le el al bin ibn ben abu ter ten y zu af st
    """
)
TAKE_OF = lexicon(
    """
    University Bank Ministry Department House Court Secretary Institute Council Board Bureau Republic Kingdom
    State States Church School College Federation Union Chamber Office Association Committee League Gulf Sea Bay
    Strait Isle Cape Fort District City Port Museum Library Archbishop Bishop Duke Prince Princess King Queen
    Speaker Chief Director Attorney Minister Head Chairman Leader Governor Mayor Statue Battle Treaty
    Declaration Bill Joint Organization Organisation Alliance Front Party Society Academy Center Centre
    Commonwealth Sons Daughters Doctors Mothers Lord Knights Order Friends Students Daily President Commander
    Group Bishops Conference Hall Sultan
    """
)
TAKE_AND = lexicon(
    """
    Foreign Food Defense Trade Health Justice Homeland Arts Science Education Immigration Customs Drug Security
    Centers Center Centre Institute Foundation Johnson Standard Smith Citizens Council Campaign Department
    Ministry Commission Agency Fund Alliance Association Committee Americans Movement Coalition Labor Commerce
    Energy Rescue Senate House Research Economic Social Innovation Transportation
    """
)
TITLES_WITH_STOP = lexicon(
    """
    Mr Mrs Ms Dr Gen Sen Sens Rep Reps Gov Lt Col Maj Capt Sgt Prof Rev Hon Pres Adm Cmdr St Jr Sr Amb Cpl Supt
    Det
    """
)
TITLES = TITLES_WITH_STOP - {"St", "Jr", "Sr"} | lexicon(
    """
    President Presidents Prime Minister Ministers Premier Chancellor Senator Senators Representative
    Representatives Congressman Congresswoman Governor Mayor Secretary General Colonel Major Captain Lieutenant
    Sergeant Admiral Commander Officer Judge Justice Chief King Queen Prince Princess Pope Archbishop Bishop
    Cardinal Father Reverend Sheikh Sheik Ayatollah Imam Rabbi Sir Dame Lord Lady Baroness Baron Professor
    Doctor Ambassador Chairman Chairwoman Speaker Director Detective Sheriff Deputy Vice Attorney Commissioner
    Spokesman Spokeswoman Spokesperson Leader Councilman Councilwoman Councillor Delegate Democrat Republican
    Rapper Actor Actress Author Lawmaker Treasurer Marshal Private Corporal Inspector Superintendent CEO Sultan
    Emir Crown Interior Envoy Coach
    """
)
# Titles that part a name even behind other capitals (`Ukraine President …`); the rest are words of bodies too.
TITLES_INSIDE = TITLES_WITH_STOP - {"St", "Jr", "Sr"} | lexicon(
    """
    President Minister Premier Chancellor Senator Senators Representative Representatives Congressman Congresswoman
    Governor Mayor Secretary Ambassador Spokesman Spokeswoman Chairman Chairwoman Speaker King Queen Prince Princess
    Pope Commissioner Envoy
    """
)
_LONG_TITLES = (
    "Secretary of State", "Secretary of Defense", "Secretary of the Treasury", "Attorney General", "Prime Minister",
    "Foreign Minister", "Defense Minister", "Defence Minister", "Finance Minister", "Interior Minister",
    "Justice Minister", "Foreign Secretary", "Home Secretary", "Defense Secretary", "Defence Secretary",
    "Treasury Secretary", "Press Secretary", "Vice President", "Vice Chairman", "Chief Justice", "Chief of Staff",
    "House Speaker", "Speaker of the House", "Majority Leader", "Minority Leader", "Senate Majority Leader",
    "Senate Minority Leader", "House Majority Leader", "House Minority Leader", "Special Envoy", "Secretary General",
    "Secretary-General", "Crown Prince", "National Security Adviser", "National Security Advisor",
    "Deputy Prime Minister",
    "Director General", "White House Press Secretary", "Commerce Secretary", "Homeland Security Secretary",
    "Solicitor General", "Surgeon General", "Supreme Leader", "House Democratic Leader", "House Minority Whip",
    "Chief Executive",
)  # fmt: skip
LONG_TITLES = tuple(sorted(_LONG_TITLES, key=lambda title: (-len(title), title)))
# Capitalised by custom, never part of a name at its start.
NEVER = lexicon(
    """
    January February March April May June July August September October November December Jan Feb Aug Sept Oct
    Nov Dec Jan. Feb. Aug. Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday A.M.
    P.M. OK Ok
    """
)
# Words that open a sentence and stand before a name without being part of it.
OPENERS = lexicon(
    """
    The A An This That These Those There Here He She It They We I You His Her Its Their Our My Your One But And
    Or Nor So Yet Because Although Though While When Where Who What Why How Which Whether If As Since Until
    Unless After Before During Despite In On At By For From With Without Within To Into Of About Against Between
    Among Under Over According Also However Meanwhile Moreover Still Then Now Later Earlier Once Again Instead
    Even Only Just Not No Yes Some Many Most Several All Both Each Every Other Others Another Such More Less Few
    Perhaps Maybe Indeed Rather Thus Therefore Hence Is Are Was Were Has Have Had Do Does Did Will Would Can
    Could Should May Might Must Let Like Unlike Amid Upon Besides Except Through Throughout Across Along Around
    Near Beyond Behind Beside Inside Outside Off Out Up Down Than Him Them Us Me Whose Whom Whatever Whoever
    Never Ever Always Often Sometimes Soon Today Yesterday Tomorrow Asked Said Says Told Two Three Four Five Six
    Seven Eight Nine Ten Following Given Including Back Last Next First Second Well Oh Ah Please Read Watch See
    Click Plus Via Per Too Very Much Any Nothing Something Everything Someone Everyone Nobody Anybody People
    Officials Police Critics Experts Former
    """
)
COMMON = OPENERS | lexicon(
    """
    Mr Mrs Ms Dr President Senator Minister Secretary Congressional Presidential Thank Thanks God Internet Web
    Bill Act News Photo Image Video Story Updated Published Advertisement Getty Ph.D Jr Sr Inc Sir Madam Mom Dad
    """
)
EVENT_WORDS = lexicon(
    """
    Article Section Index
    War Act Amendment Treaty Accord Agreement Day Week Month Year Prize Award Olympics Games Cup Summit
    Conference Plan Deal Doctrine Constitution Bill Law Code Resolution Protocol Convention Declaration
    Revolution Spring Crisis Age Speech Address Report Book Bible Quran Koran Christmas Easter Ramadan
    Thanksgiving Festival Championship Bowl Series Debate Memo Letter Dossier Lives Matter Pride
    """
)
SEATS_ARE_BODIES = phrases(
    """
    the Kremlin | Kremlin | the White House | White House | Pentagon | the Pentagon | State Department | Downing
    Street | Whitehall | Bundestag | Knesset | Oval Office | Holy See
    """
)  # fmt: skip
FIRST_NAMES = lexicon(
    """
    James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony
    Mark Donald Steven Steve Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey
    Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank
    Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Peter Zachary Kyle
    Walter Ethan Jeremy Harold Keith Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse
    Dylan Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan Juan Wayne Roy Ralph Randy Eugene
    Vincent Russell Elijah Louis Bobby Philip Johnny Mary Patricia Jennifer Linda Elizabeth Barbara Susan
    Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda
    Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda
    Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather
    Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea
    Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail Alice
    Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany
    Charlotte Marie Kayla Alexis Lori Hillary Barack Vladimir Volodymyr Sergei Sergey Dmitry Emmanuel Olaf Boris
    Keir Rishi Giorgia Ursula Mohammed Mohammad Muhammad Ahmed Ali Hassan Hussein Bernie Ted Marco Mitt Newt
    Rand Mitch Chuck Mike Jim Tom Tim Ben Bill Bob Dan Dave Ed Jeff Jeb Jared Ivanka Kamala Pete Rick Ron Sam
    Rex Viktor Ivan Igor Andrei Alexei Yuri Xi Kim Narendra Recep Bashar Abdul Omar Pierre Jacques Hans Klaus
    Antonio
    """
)
