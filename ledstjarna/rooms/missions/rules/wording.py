"""How a direction and a goal may be worded (R1, R2), always with the words that decided."""

import re

TARGETS = (
    r"\b(?:minst|högst|senast|at least|at most|under|över)\s+\d[\d\s.,]*(?:%|procent|per cent|\b)",
    r"\b\d[\d\s.,]*\s?(?:%|procent\b|per cent\b)",
    r"\b(?:öka|minska|höja|sänka|increase|reduce)[a-zåäö]*\s+(?:med|till|by|to)\s+\d[\d.,]*",
    r"\b(?:senast|före|till|by|before)\s+(?:år\s+|the end of\s+)?20\d\d\b",
)
ACTIVITIES = (
    "anordna", "arrangera", "genomföra", "hålla", "implementera", "införa", "inrätta", "inventera",
    "kartlägga", "rapportera", "se över", "starta", "ta fram", "upprätta", "utarbeta", "utreda", "utvärdera",
    "tillsätta", "arrange", "carry out", "conduct", "create a plan", "draw up", "implement", "introduce",
    "investigate", "launch", "map", "produce", "report", "review", "set up",
)  # fmt: skip
INSIDE = (
    "anställda", "avdelning", "chef", "förvaltning", "ledningsgrupp", "medarbetar", "nämnd", "organisationen",
    "personal", "verksamheten", "board", "departments", "employees", "management", "managers",
    "our organisation", "staff",
)  # fmt: skip
BUDGET = 7  # goals of one board or company; more than a handful steers nobody
CITY_BUDGET = 100  # of the whole city, well before the 300 that drowned each other (domain.md 2.2)


def target_in(text: str) -> str:
    """The words that set a target, or nothing: a direction is followed, never aimed at a number (R1)."""
    found = (re.search(pattern, text, re.IGNORECASE) for pattern in TARGETS)
    return next((hit.group(0).strip() for hit in found if hit), "")


def activity_in(text: str) -> str:
    """The word by which a sentence says what is done rather than what becomes of it, or nothing (R2)."""
    first = " ".join(re.sub(r"^(?:att|vi ska|we will|to)\s+", "", text.strip().casefold()).split()[:4])
    return next((word for word in ACTIVITIES if re.match(rf"{word}\b", first)), "")


def inside_in(whom: str) -> str:
    """The word by which a target group is our own people rather than somebody outside, or nothing (R2).

    The first words name the group; those after tell more of it: “companies with ten employees”.
    """
    words = " ".join(whom.casefold().split()[:3])
    return next((word for word in INSIDE if re.search(rf"\b{word}", words)), "")


def is_crowded(goals: int, budget: int = BUDGET) -> bool:
    """Whether one more would be more than can be steered by."""
    return goals >= budget
