"""The JSON door of people."""

from ledstjarna.people import reads
from ledstjarna.web.api import Read

API = [
    Read("organisation/", reads.organisation),
    Read("units/{ref}/", reads.unit),
    Read("authorities/{ref}/", reads.authority),
    Read("persons/{ref}/", reads.person),
    Read("parties/{ref}/", reads.party),
    Read("search/", reads.find),
]
