"""Every row of every room: what the tests of pages and operations go through."""

from tests.house import matrix, of_accelerator, of_experiments, of_obstacles_and_horizon, operations

ROOMS = (of_obstacles_and_horizon, of_accelerator, of_experiments)
PAGES = [*matrix.ROWS, *(row for room in ROOMS for row in room.PAGES)]
OPERATIONS = [*operations.ROWS, *(row for room in ROOMS for row in room.OPERATIONS)]
