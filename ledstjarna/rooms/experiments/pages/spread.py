"""Pages of lessons on their way: finding, spreading, being offered, leaving the city, coming from others."""

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.experiments import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import page_number, reply, submit

ASKED = ("kind", "group", "setting", "cost", "held", "state")


@require_GET
def find(request: Request) -> HttpResponse:
    """Lessons, tests and who can be asked, by words and by what fits."""
    asked = {name: request.GET.get(name, "")[:20] for name in ASKED}
    query, number = request.GET.get("q", "")[:200], page_number(request)
    page = reads.find(viewer=request.viewer, now=request.now, query=query, number=number, **asked)
    return reply(request, "experiments/find.html", page, fragment="experiments/_found.html")


@require_GET
def similar(request: Request, ref: str) -> HttpResponse:
    """What speaks of the same as a lesson."""
    page = reads.similar(ref=ref, viewer=request.viewer)
    return reply(request, "experiments/similar.html", page, fragment="experiments/_similar.html")


@require_GET
def spread(request: Request, ref: str) -> HttpResponse:
    """How a lesson spreads."""
    page = reads.spread(ref=ref, viewer=request.viewer, now=request.now)
    return reply(request, "experiments/spread.html", page)


@require_GET
def front(request: Request) -> HttpResponse:
    """Who is ahead in trying what."""
    page = reads.front_runners(viewer=request.viewer, now=request.now)
    return reply(request, "experiments/front.html", page)


def _offers(request: Request) -> reads.OffersPage:
    return reads.offers(viewer=request.viewer, now=request.now)


@require_GET
def offers(request: Request) -> HttpResponse:
    """What others have learnt that may fit me."""
    return reply(request, "experiments/offers.html", _offers(request))


@require_POST
def deal(request: Request) -> HttpResponse:
    """See what fits."""
    return submit(
        request,
        Confirm(request.POST),
        actions.deal,
        then=lambda _many: reverse("experiments:offers"),
        template="experiments/offers.html",
        page=lambda: _offers(request),
    )


@require_POST
def decline(request: Request, ref: str) -> HttpResponse:
    """No, thanks."""
    return submit(
        request,
        Confirm(request.POST),
        actions.decline,
        then=lambda _ref: reverse("experiments:offers"),
        template="experiments/offers.html",
        page=lambda: _offers(request),
        ref=ref,
    )


@require_http_methods(["GET", "POST"])
def cities(request: Request) -> HttpResponse:
    """Which other cities are read from."""
    page = reads.cities(viewer=request.viewer)
    if request.method == "GET":
        return reply(request, "experiments/cities.html", page, form=forms.AddFeed())
    return submit(
        request,
        forms.AddFeed(request.POST),
        actions.add_feed,
        then=lambda _ref: reverse("experiments:cities"),
        template="experiments/cities.html",
        page=lambda: page,
    )


@require_POST
def drop_city(request: Request, ref: str) -> HttpResponse:
    """Read that city no more."""
    return submit(
        request,
        Confirm(request.POST),
        actions.drop_feed,
        then=lambda _ref: reverse("experiments:cities"),
        template="experiments/cities.html",
        page=lambda: reads.cities(viewer=request.viewer),
        ref=ref,
    )


@require_GET
def foreign(request: Request, ref: str) -> HttpResponse:
    """A lesson of another city."""
    return reply(request, "experiments/foreign.html", reads.foreign(ref=ref, viewer=request.viewer))


@require_GET
def atom(request: Request) -> HttpResponse:
    """The public lessons as an Atom feed."""
    told = reads.public_lessons(viewer=request.viewer)
    here = request.build_absolute_uri()
    home = request.build_absolute_uri(reverse("experiments:find"))
    feed = Atom1Feed(told.title, home, "", language=request.LANGUAGE_CODE, feed_url=here, feed_guid=here)
    for one in told.lessons:
        url = request.build_absolute_uri(one.url)
        feed.add_item(one.title, url, one.text, unique_id=url, updateddate=one.at, categories=(one.unit,))
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@require_GET
def json_feed(request: Request) -> HttpResponse:
    """The public lessons as a JSON Feed."""
    told = reads.public_lessons(viewer=request.viewer)
    items = [
        {
            "id": request.build_absolute_uri(one.url),
            "url": request.build_absolute_uri(one.url),
            "title": one.title,
            "language": one.lang or request.LANGUAGE_CODE,
            "content_text": one.text or one.title,
            "date_modified": one.at.isoformat(),
            "tags": [one.unit],
        }
        for one in told.lessons
    ]
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": told.title,
        "home_page_url": request.build_absolute_uri(reverse("experiments:find")),
        "feed_url": request.build_absolute_uri(),
        "items": items,
    }
    return JsonResponse(head, content_type="application/feed+json")
