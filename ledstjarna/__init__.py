"""Ledstjärna: steering a city by a shared vision."""
