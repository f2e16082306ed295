"""The ties engine: who works with whom across units, where are silos, and which introduction would bridge
most?

Figures of persons (`brokerage`, `roles`) are for the person alone. Units under the threshold are pooled,
so that no figure of a small group can be shown or worked out.
"""

from ledstjarna.engines.ties.brokerage import Brokerage, brokerage
from ledstjarna.engines.ties.camp import Camp, camp
from ledstjarna.engines.ties.introductions import Introductions, introductions
from ledstjarna.engines.ties.modularity import Modularity, modularity
from ledstjarna.engines.ties.network import Network, joint_work, network_from
from ledstjarna.engines.ties.roles import Roles, roles
from ledstjarna.engines.ties.silos import Silos, silos

__all__ = [
    "Brokerage",
    "Camp",
    "Introductions",
    "Modularity",
    "Network",
    "Roles",
    "Silos",
    "brokerage",
    "camp",
    "introductions",
    "joint_work",
    "modularity",
    "network_from",
    "roles",
    "silos",
]
