"""Words that speak well or ill of somebody, for the stance toward a mention; no party, person, nation or faith."""

from __future__ import annotations

from typing import Final

from framing.language.lexicon import lexicon

POSITIVE: Final[frozenset[str]] = lexicon(
    """acclaimed accomplish accomplished accomplishment achieve achieved achievement admire admired adored applaud
    applauded beloved benefit benefited best better brave brilliant calm capable celebrate celebrated champion
    championed charismatic charming clear commend commended compassion compassionate competent confident courage
    courageous credible decent dedicated defend defended deserve deserved determined dignity effective embrace
    embraced endorse endorsed enjoy excellent exceptional experienced fair faithful favor favorite favourite free
    friend friendly gain gained generous gifted good grace gracious grateful great happy help helped helpful hero
    heroic honest honor honored honour hope hopeful humble impressive improve improved innocent inspire inspired
    inspiring integrity intelligent joy kind lead leading legitimate liked love loved loyal master mercy moderate
    noble outstanding passionate patient peace perfect pioneer pleased popular positive powerful praise praised
    praising progress promising proud prudent qualified reasonable rebuild reliable rescue rescued respect respected
    responsible restored right safe save saved savvy secure sensible sincere skilled smart sound stable star strong
    stronger succeed success successful support supported supporters talented terrific thank thanked thankful
    thoughtful tolerant triumph true trust trusted unite upbeat victory visionary warm welcome welcomed win winner
    winning wins wise won wonderful worthy"""
)
NEGATIVE: Final[frozenset[str]] = lexicon(
    """abandon abandoned abuse abused abusive accuse accused accusing afraid aggressive alarm alarming allegation
    allegations alleged anger angry appalling arrested arrogant ashamed assault assaulted attack attacked attacking
    attacks awful backlash bad bankrupt betray betrayed bias biased bigot blame blamed blast blasted botched bribe
    broke broken brutal bully careless catastrophe chaos charged cheat cheated collapse complain complained condemn
    condemned condemning conspiracy contempt controversial controversy convicted corrupt corruption coward crazy
    crime crimes criminal criminals crisis critic critical criticised criticism criticize criticized critics cruel
    damage damaged damaging danger dangerous dead deadly deceived decried defeat defeated defiant demonized denounce
    denounced despicable destroy destroyed dictator dirty disappointed disappointing disaster disastrous discredited
    disgrace disgraceful disgusting dishonest dismal disrespect divisive doomed embarrass embarrassed embarrassing
    enemy erratic evil extremist fail failed failing failure fake false fascist fear feared fears feckless fight
    fired flawed foolish fraud furious guilty harass harassed harassment harm harmed harmful harsh hate hated
    hateful hatred horrible hostile hypocrisy hypocrite ignorant illegal illegally immoral impeach impeached
    impeachment incompetent indicted inept insult insulted insulting irresponsible jail jailed kill killed lack
    lacked lawless lawsuit liar liars lie lied lies lose loser losing loss lost lying mislead misleading misogynist
    mistake mistakes mistrust mock mocked murder murdered nasty negligent nightmare notorious obstruct offensive
    oppose opposed outrage outraged outrageous panic pathetic poor prison problem problems propaganda protest punish
    racism racist radical rage reckless refused regret reject rejected resign resigned ridiculed ridiculous ruin
    ruined ruthless scandal scandals scared scathing selfish sexist shady shame shameful slam slammed slur smear
    soft stupid sued suffer suffered suspicious terrible terror terrorist terrorists threat threaten threatened
    threatening threatens thug torture tough toxic traitor treason troubled troubling tyrant ugly undermine
    undermined unfair unfit unpopular unqualified upset useless vicious victim vile violate violated violating
    violation violations violence violent vulgar war warned weak weakness worried worse worst wrong wrongdoing"""
)
