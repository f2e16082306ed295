"""Pure calculations: arrays in, frozen answers out; no Django, no clock, no files, no global dice."""
