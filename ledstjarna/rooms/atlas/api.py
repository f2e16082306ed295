"""The atlas room's JSON door."""

from ledstjarna.rooms.atlas import reads
from ledstjarna.web.api import Read

API = [
    Read("star/", reads.star_map),
    Read("loose/", reads.loose_threads),
    Read("node/{ref}/", reads.surroundings),
]
