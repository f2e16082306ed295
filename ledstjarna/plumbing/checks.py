"""Start-up checks of the machine."""
