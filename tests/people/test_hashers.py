"""Passwords are kept by argon2 at the cost that was chosen."""

from django.contrib.auth.hashers import check_password, make_password


def test_a_password_is_kept_at_the_chosen_cost_and_is_known_again() -> None:
    kept = make_password("a long harbour walk")
    assert "$m=47104,t=1,p=1$" in kept
    assert check_password("a long harbour walk", kept)
    assert not check_password("a short harbour walk", kept)
