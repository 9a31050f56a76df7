"""What each agreement of two tellings is worth, in bits, in the manner of Fellegi and Sunter.

A bit halves the odds that two tellings that agree so are of two conferrals. The weights were set by reason, from how rare an
agreement by chance is among the tellings that share a block key, and tried on the part `read` of the composed retellings: one
in four tells the same year by chance (2 bits beside what the near publication says), one in some sixty the same award (6), one
in some hundreds the same recipient (8). Contradictions are no weights: they separate, since outlets contradict each other far
less often than an award has two winners.
"""

AWARD, AWARD_LIKELY, AWARD_IN_PART, AWARD_DOUBTFUL, AWARD_UNTOLD = 6.0, 4.5, 2.5, -1.0, 1.5
"""The same programme; a name cut short, or holding all words of the other; the same in part, in two languages; a prize of
the other, or a name that differs in few letters, rather is another; one is silent."""

AWARD_GIVER, AWARD_OTHER, CATEGORY_OTHER, WORK_OTHER = 0.5, -8.0, -6.0, -5.0
"""One names who gives the award; another name, which may be an emblem's or a paraphrase; a category, a title told in other words:
such a telling is of another conferral, unless all else agrees and is more than enough."""

YEAR, EDITION = 2.0, 3.0
NEAR: tuple[tuple[int, float], ...] = ((3, 3.0), (14, 2.7), (31, 2.2), (200, 1.0))
"""Days between two publications, and what it is worth that they are no farther apart."""

DATED, FAR = 1.0, -4.0
"""The least that tells of one time; publications far apart, one of them without a year."""

CATEGORY, LEVEL, FIRST = 3.0, 1.5, 2.5
"""The same category; the same level, which many may win; the first place, which one wins."""

RECIPIENT, RECIPIENT_SLIP = 8.0, 7.0
"""The same name or authority; the same but for a slip, or in two scripts."""

RECIPIENT_LIKELY, RECIPIENT_COMMON, RECIPIENT_DOUBTFUL, RECIPIENT_FITS, RECIPIENT_ABOVE = 4.5, 3.5, 3.5, 2.5, 2.0
"""All words of one name in the other; a name that many places give; other doubts; letters that fit; the one's superior body."""

RECIPIENT_SURNAME, RECIPIENT_RARE, RECIPIENT_LETTERED = 5.5, 5.0, 4.0
"""A slip in the surname beside the same given name; a name that places give, but of a place whose name is long, or a long end
of a group's name; letters that begin each word of a name."""

RECIPIENT_GIVEN, RECIPIENT_GIVEN_THERE, GIVEN_IN_CATEGORY, RECIPIENT_CALLED = 3.0, 4.5, 1.5, 1.0
"""A person's given name alone, or of the same body; what the same category adds to a given name; another name of theirs, of
which nothing else tells that it is."""

PERSON = 2.0
"""What the same person is worth beside the same body: people win far fewer prizes, so that two at one time are likelier one."""

WORK, SHORT_WORK, WORK_IN_PART = 7.0, 5.0, 2.0
"""The same title, long enough to tell itself; a short one; one of which some words are the other's in translation."""

ALONE_IN_CATEGORY, ALONE = 6.0, 4.0
"""A place that one wins alone: first of a category; first of an award, or best of a kind."""

ENOUGH = 14.0
"""The sum from which on two tellings are one conferral: any two that meet are one about 1 to 100, and 100 to 1 is asked."""

WHO, EVENT, EVENT_IF_DOUBTFUL, EVENT_OF_WORK = 3.5, 5.0, 8.5, 3.0
"""The least that must tell the winner (recipient, work, place won alone), and the occasion (award, time, category, level) where
the winner is certain, where it is not, and where the work is the same."""
