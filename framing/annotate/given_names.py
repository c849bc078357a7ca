"""Titles and common given names by gender, for agreement with ``he`` and ``she``."""

from __future__ import annotations

from typing import Final

from framing.language.lexicon import lexicon

MALE_TITLES: Final[frozenset[str]] = lexicon(
    "mr mr. sir lord king prince father brother businessman spokesman congressman chairman"
)
FEMALE_TITLES: Final[frozenset[str]] = lexicon(
    "mrs mrs. ms ms. miss lady queen princess sister spokeswoman congresswoman chairwoman businesswoman actress"
)
MALE_NAMES: Final[frozenset[str]] = lexicon(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven steve paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond
    patrick jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy
    harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan
    billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis bobby
    philip johnny vladimir volodymyr sergei sergey dmitry yuri boris ivan mikhail nikolai emmanuel keir friedrich
    olaf viktor marco ted barack bernie jeb bill bob jim tom tim mike dan ben sam max leo luis carlos pedro miguel
    antonio francisco mario giuseppe hans karl klaus pierre jean michel francois jacques mohammed muhammad ahmed ali
    omar hassan ibrahim abdul yusuf recep benjamin moshe david xi kim narendra imran raj arjun hiroshi kenji shinzo
    mitch chuck rand lindsey lloyd rex jared elon jeff greg pete phil neil ian colin graham nigel simon hugh rishi
    sadiq jens mats lars erik sven anders pavel petr jan marek andrzej donald anders alex martin oliver oscar hugo
    felix roberto alberto fernando diego rafael chris matt nick rick rob ron dave doug don ed fred glenn howard jay
    jon josh ken kurt lou marc norman randall ricky rudy stuart todd trey troy victor warren wesley"""
)
FEMALE_NAMES: Final[frozenset[str]] = lexicon(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy
    kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn
    janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn
    judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia
    frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa
    diana brittany doris kayla alexis lori ursula hillary chelsea nancy angela theresa marine giorgia kamala melania
    ivanka olga svetlana natalia tatiana yulia yelena irina katarina ana ines lucia sofia carmen elena rosa marta
    eva ingrid astrid greta fatima aisha leila yasmin priya indira sonia mei yuko keiko jane kate katie lucy claire
    zoe chloe sally susie molly kellyanne elise nikki carly tulsi huma sanna mette kaja liz jill joanna paula monica
    valerie wendy tina tracy"""
)
