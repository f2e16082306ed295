"""Where the pages of people are."""
app_name = "people"
urlpatterns = []
