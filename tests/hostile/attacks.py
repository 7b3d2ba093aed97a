# ruff: noqa: E501  a table reads better as it is than cut to fit

"""Attacks that are no roads: what is tried, what closes it, and by which tests that and its control are proved.

Each is proved where it belongs, in ``tests/engine``, ``tests/ui`` or here; ``proof`` and ``control`` name the tests, so
that the table can say of a run what came of them, and nothing is tried twice. A control is the same attack with its wall
taken down, which gets through, or what shows that the way is there at all.
"""

from __future__ import annotations

from dataclasses import dataclass

_DOWN = "hostile/test_walls_taken_down.py::"
_BRIDGE = "engine/test_channel_attacks.py::"
_FLOODS = "engine/test_floods.py::"
_ASKED = "engine/test_host_questions.py::"
_LIMITS = "engine/test_limits.py::"
_CRASH = "engine/test_crash_and_hang.py::"
_SHEET = "ui/design/test_sheet.py::"
_ABOVE = "hostile/test_a_sheet_above_a_page.py::"
_FAR = "hostile/test_declared_servers.py::"
_KEPT = "hostile/test_other_rooms.py::"
_DRAGS = "hostile/test_drags.py::"


@dataclass(frozen=True)
class Attack:
    """One attack. ``proof`` and ``control`` are tests below ``tests``; ``uncontrolled`` says why there is no control."""

    group: str
    name: str
    tries: str
    closed_by: str
    proof: str
    control: str = ""
    uncontrolled: str = ""


Row = tuple[str, ...]
_SEES = f"{_DOWN}test_a_page_that_sees_the_channel_speaks_to_the_host"
_FLOODED = f"{_DOWN}test_a_flood_past_a_relay_without_limits_reaches_the_host"
_GIANT = f"{_DOWN}test_a_giant_past_a_relay_without_limits_reaches_the_host"
_LEFT = f"{_DOWN}test_the_channel_of_a_room_that_left_home_still_listens"
_FORGER = f"{_BRIDGE}test_a_renderer_taken_over_meets_the_gates_own_limits"
_KEYS = f"{_DOWN}test_without_a_sheet_keys_go_to_the_page"
_AT_ONCE = f"{_DOWN}test_a_button_that_is_not_guarded_takes_a_press_at_once"
_COUNTED = f"{_DOWN}test_frames_and_workers_that_nobody_counts_go_on"
_RESERVED = f"{_DOWN}test_a_renderer_without_a_bound_gets_the_memory_it_asks_for"
_LINES = f"{_DOWN}test_a_flood_of_lines_that_nobody_counts_is_no_end"
_JOINED = f"{_DOWN}test_a_host_that_joins_paths_gives_away_what_lies_beside_the_folder"
_OWN = f"{_KEPT}test_what_is_kept_is_found_in_its_own_room_only"
_HELD = f"{_KEPT}test_what_is_held_or_said_is_met_in_its_own_room_only"

BRIDGE: tuple[Row, ...] = (
    ("channel", "finding the host's channel in the page", "the channel lives in a script world of its own", f"{_BRIDGE}test_the_page_sees_neither_qt_nor_the_channel", _SEES),
    ("channel-fresh-frame", "fetching it out of a fresh frame", "the world of its own", f"{_BRIDGE}test_a_new_frame_brings_no_channel_into_the_page", _SEES),
    ("channel-frames", "asking for the bridge from frames, same origin, srcdoc and sandboxed", "the relay: main frame only", f"{_BRIDGE}test_frames_get_no_bridge_of_their_own", _SEES),
    ("channel-frame-above", "connecting through the page around a frame of another origin", "the relay: events of this page only", f"{_BRIDGE}test_a_frame_of_another_origin_cannot_ask_the_page_around_it", _SEES),
    ("channel-wire", "handing the relay a form, a window or nothing at all for a wire", "the relay: a plain wire only", f"{_BRIDGE}test_nothing_but_a_wire_is_taken_for_one", _SEES),
    ("channel-sdk-frame", "using the SDK in a frame", "the relay: main frame only", f"{_BRIDGE}test_the_sdk_inside_a_frame_says_it_is_not_available", _SEES),
    ("channel-workers", "asking for the bridge from workers", "the world of its own", f"{_BRIDGE}test_workers_get_no_bridge", _SEES),
    ("channel-delete", "deleting the host's object by name", "the object swallows its deletion", f"{_BRIDGE}test_deleting_the_channel_by_name_does_nothing", "", "without the wall the host itself falls"),
    ("channel-raw", "twelve malformed messages of a renderer taken over", "one slot, two signals, text only", f"{_BRIDGE}test_raw_channel_messages_of_a_renderer_taken_over_are_survived", _FORGER),
    ("channel-forged-flood", "a flood and a giant of a renderer taken over", "the gate's own limits", f"{_BRIDGE}test_a_renderer_taken_over_meets_the_gates_own_limits", _FORGER),
    ("channel-left-home", "speaking after the page left its origin", "the channel is taken away", f"{_BRIDGE}test_the_channel_is_silent_while_the_page_is_not_at_home", _LEFT),
    ("channel-closed", "a call after the room is closed", "the channel closes first", f"{_FLOODS}test_a_call_after_the_room_is_closed_reaches_nobody", _SEES),
    ("channel-other-document", "getting the answers of an earlier document", "each message names its document", "engine/test_bridge.py::test_answers_of_an_earlier_document_never_reach_a_later_one", "engine/test_bridge.py::test_a_call_reaches_its_service_and_its_result_the_page"),
    ("channel-unload", "calls while the page goes away", "each message names its document", "engine/test_bridge.py::test_calls_at_unload_and_answers_after_the_close_do_no_harm", "engine/test_bridge.py::test_a_call_reaches_its_service_and_its_result_the_page"),
    ("flood-sdk", "100,000 calls at once", "the relay's bucket", f"{_BRIDGE}test_a_flood_of_100000_calls_stays_in_the_page_and_each_is_answered", _FLOODED),
    ("flood-helpings", "a storm of promises that keeps the window from drawing", "the relay's bucket", f"{_FLOODS}test_a_flood_of_calls_reaches_the_host_in_small_helpings", _FLOODED),
    ("flood-port", "5,000 calls past the SDK", "the relay's bucket", f"{_BRIDGE}test_a_flood_past_the_sdk_is_answered_by_the_relay", _FLOODED),
    ("flood-connect", "connecting 2,000 times", "the relay: one wire", f"{_BRIDGE}test_connecting_again_and_again_leaves_one_wire_that_works", _FLOODED),
    ("giant", "a message of 50 MB", "the relay's limit", f"{_BRIDGE}test_a_message_of_50_mb_is_refused_inside_the_page", _GIANT),
    ("deep", "values that nest 100,000 deep", "the gate", f"{_FLOODS}test_values_that_nest_deep_are_refused_by_the_gate", _FORGER),
    ("cyclic", "cyclic values and numbers that JSON does not know", "the SDK", f"{_FLOODS}test_what_is_no_json_never_leaves_the_sdk", _FLOODED),
    ("binary", "bytes, maps and nothing at all", "the relay: text only", f"{_FLOODS}test_binary_messages_past_the_sdk_are_answered_by_the_relay", _FLOODED),
    ("malformed", "no JSON, no method, wrong parameters, another version", "the gate", "engine/test_bridge.py::test_wrong_calls_are_answered_with_stable_codes", "engine/test_bridge.py::test_a_call_reaches_its_service_and_its_result_the_page"),
)  # fmt: skip

PERSON: tuple[Row, ...] = (
    ("sheet-tricks", "answering, covering or closing a sheet: fifteen tricks with focus, keys, presses, dialogs, full screen", "the sheet is the host's, above the page", f"{_ABOVE}test_no_trick_of_a_page_reaches_the_sheet", _KEYS),
    ("sheet-keys", "taking the keys that were meant for a sheet", "the sheet has the focus", f"{_ABOVE}test_keys_go_to_the_sheet_and_not_to_the_page", _KEYS),
    ("sheet-hurry", "a press on Allow that was meant for the page", "600 ms of delay", "ui/shell/test_consenting.py::test_allow_cannot_be_pressed_in_its_first_moments", _AT_ONCE),
    ("sheet-focus", "taking the focus from below an open sheet", "the sheet takes it back and waits again", f"{_SHEET}test_focus_taken_from_below_comes_back_and_waits_again", _KEYS),
    ("sheet-loop", "asking in a loop", "a page that was refused has to pause", "ui/shell/test_questions.py::test_a_page_that_asks_in_a_loop_has_to_pause", _AT_ONCE),
    ("sheet-behind", "asking from a room that nobody sees", "only what is shown may ask", "ui/shell/test_consenting.py::test_a_page_that_is_not_shown_may_not_ask", _AT_ONCE),
    ("press-made", "a press that a script makes", "what counts is seen by the host", f"{_ASKED}test_a_page_cannot_press_for_the_person", f"{_ASKED}test_a_page_is_not_heard_before_the_persons_first_press"),
    ("press-window", "a window in answer to a press", "the host's answers", f"{_ASKED}test_a_press_does_not_open_windows_or_programs", "", "see the roads own-window"),
    ("press-program", "another program in answer to a press, by five schemes", "the profile's settings", f"{_ASKED}test_a_press_starts_no_other_program", "", "see the roads mail-program and shell-program"),
    ("press-file", "choosing a file without the permission", "the host's answers", f"{_ASKED}test_choosing_a_file_needs_the_files_permission", "", "the engine asks the host, or nobody"),
    ("press-clipboard", "reading the clipboard in answer to a press", "the engine and the profile's settings", f"{_ASKED}test_the_clipboard_cannot_be_read", "", "see the road paste-command"),
    ("press-notification", "asking for notifications in answer to a press", "the host's answers", f"{_ASKED}test_notifications_are_refused_unless_declared", "", "see the road notification"),
    ("drag", "letting links, texts and files be dragged to another window", "a script of the host's; the host", f"{_DRAGS}test_the_host_alone_lets_nothing_go", f"{_DRAGS}test_without_walls_another_window_gets_links_and_files"),
    ("drag-begin", "beginning a drag at all", "a script of the host's", f"{_DRAGS}test_the_script_in_the_page_alone_lets_nothing_go", f"{_DRAGS}test_without_walls_another_window_gets_links_and_files"),
    ("leave", "keeping the person on the page", "the host's answers", f"{_ASKED}test_leaving_is_not_held_up_by_the_page", "", "the engine asks the host, or nobody"),
    ("title", "a title that speaks for the host", "the window's title is the host's", "ui/torn/test_tearing.py::test_the_window_has_the_hosts_title_whatever_the_page_calls_itself", "ui/shell/test_room_frame.py::test_the_header_shows_name_title_chips_and_back"),
    ("title-long", "a title that pushes the capsule away", "the header is the host's", "ui/shell/test_room_frame.py::test_a_long_title_takes_nothing_from_the_capsule_nor_from_the_rest_of_the_window", "ui/shell/test_room_frame.py::test_the_header_shows_name_title_chips_and_back"),
    ("link-dressed", "a link that hides where it leads", "the sheet shows the host alone", "ui/surfaces/test_sheets.py::test_the_host_of_a_link_cannot_be_dressed_up", "ui/surfaces/test_sheets.py::test_a_link_shows_its_host_and_warns_without_encryption"),
    ("refusals", "3,000 refusals that fill menu and disk", "a bucket", f"{_ASKED}test_a_flood_of_refusals_is_cut", f"{_ASKED}test_what_a_page_tries_is_refused_and_told"),
)  # fmt: skip

MACHINE: tuple[Row, ...] = (
    ("memory", "JavaScript and documents without end", "the kernel's limit, the engine's switch, the warden", f"{_LIMITS}test_a_page_that_takes_too_much_memory_is_ended_for_it", _RESERVED),
    ("memory-bytes", "byte arrays without end", "the kernel's limit", f"{_CRASH}test_a_memory_hog_ends_itself_or_is_refused_and_nothing_else_notices", _RESERVED),
    ("memory-blobs", "blobs that the program itself keeps", "the warden", f"{_LIMITS}test_what_a_page_makes_the_program_keep_counts_as_its_memory", _RESERVED),
    ("memory-frame", "a frame with a process of its own", "the kernel's limit", f"{_LIMITS}test_a_frame_with_a_process_of_its_own_is_bounded_too", _RESERVED),
    ("bomb", "workers, sounds and frames without end", "the warden", f"{_LIMITS}test_a_page_that_starts_too_much_is_ended_for_it", _COUNTED),
    ("processor", "a loop that never ends", "the watchdog; the person is asked", f"{_CRASH}test_a_hang_is_found_and_reload_ends_it", f"{_CRASH}test_a_room_that_rests_is_not_taken_for_hung"),
    ("processor-worker", "a worker that spins while the page answers", "the warden; the person is asked", f"{_LIMITS}test_a_worker_that_spins_is_told_of_once_though_its_page_answers", f"{_LIMITS}test_as_many_workers_as_an_app_may_have_go_on"),
    ("processor-share", "taking the processor from the feed", "nice 10 for every thread", f"{_LIMITS}test_every_thread_of_a_room_stays_behind_the_window_and_those_started_later_too", "", "what a page gets is the kernel's affair"),
    ("crash", "crash addresses", "the host's answers", f"{_CRASH}test_a_page_cannot_crash_itself_by_address", "", "the engine's own addresses end the suite's engine too"),
    ("crash-loop", "ending again and again", "a wait that doubles", f"{_LIMITS}test_a_page_that_ends_again_and_again_waits_before_it_is_loaded", f"{_DOWN}test_a_page_that_ends_again_and_again_is_loaded_at_once_where_nobody_counts"),
    ("console", "100,000 lines to the console", "a bound in the page", f"{_FLOODS}test_a_flood_of_console_lines_is_bounded_in_the_page_and_says_how_many_are_missing", _LINES),
    ("console-past", "lines past that bound", "the host counts", f"{_FLOODS}test_a_page_that_goes_round_the_bound_comes_in_helpings_and_is_ended_if_it_does_not_stop", _LINES),
    ("storage", "a folder that fills the disk", "a quota, by name", "ui/torn/test_storage_watch.py::test_a_room_over_the_limit_is_ended_and_the_person_is_led_to_clear_data", "ui/torn/test_storage_watch.py::test_a_folder_is_as_large_as_its_files"),
    ("range", "a part of a file past its end", "refused before the engine answers", "engine/test_files.py::test_a_range_past_the_end_leaves_the_host_alive", "", "without the wall the host itself falls"),
    ("body", "a body of a megabyte to the host", "never read", "engine/test_files.py::test_a_large_body_is_never_read", "", "without the wall the window itself hangs"),
)  # fmt: skip

FILES: tuple[Row, ...] = (
    ("paths", "files beside the folder: 43 spellings, links, pipes, devices", "paths are resolved below the folder", "hostile/test_paths.py::test_no_spelling_of_a_path_leads_outside", _JOINED),
    ("methods", "seven methods that write", "GET and HEAD only", "hostile/test_paths.py::test_no_other_method_reads_or_writes", "hostile/test_paths.py::test_case_counts_as_it_does_on_the_disk"),
    ("types", "script in files that are no pages", "types, nosniff and policy", "hostile/test_paths.py::test_a_file_that_is_no_page_runs_no_script_in_the_window", "engine/test_files.py::test_inline_script_runs_where_the_manifest_asks_for_it"),
    ("addresses", "twenty addresses of this machine and of other rooms, by eight ways", "policy, interceptor, the host's answers", "hostile/test_local_addresses.py::test_a_page_neither_reads_nor_goes_there", "hostile/test_local_addresses.py::test_the_ways_do_read_what_is_the_pages_own"),
    ("kept", "what other rooms keep: storage, databases, names", "a profile and an origin for each", _OWN, _OWN),
    ("held", "what other rooms hold or say: locks, channels, events", "a profile and an origin for each", _HELD, _HELD),
    ("shared", "what rooms could share: shared workers, caches, service workers, cookies", "switches, scheme", f"{_KEPT}test_what_rooms_could_share_is_not_there", "", "see the roads shared-worker-fetch and service-worker"),
    ("signed", "files beside those that were signed", "the seal", "engine/test_files.py::test_of_a_signed_app_only_what_was_signed_is_served", "engine/test_files.py::test_the_sdk_is_served"),
)  # fmt: skip

SERVERS: tuple[Row, ...] = (
    ("redirect", "a redirect of a declared server to eight kinds of place, by eight ways", "policy, interceptor, proxy", f"{_FAR}test_a_redirect_leads_nowhere_else", f"{_FAR}test_a_redirect_inside_the_declared_server_is_followed"),
    ("headers", "eight headers of a declared server that lead elsewhere, reports among them", "interceptor, proxy, rules", f"{_FAR}test_no_header_of_a_declared_server_leads_elsewhere", f"{_FAR}test_a_redirect_inside_the_declared_server_is_followed"),
    ("rebinding", "a declared name that turns to this machine", "the proxy looks at the address itself", f"{_FAR}test_a_name_that_turns_to_this_machine_is_refused_from_then_on", f"{_FAR}test_a_name_that_turns_to_this_machine_is_refused_from_then_on"),
    ("password", "asking for the room's token as a password", "the engine keeps proxy and server apart", f"{_FAR}test_a_server_that_asks_for_a_password_learns_no_token", f"{_FAR}test_a_redirect_inside_the_declared_server_is_followed"),
    ("cookies", "a cookie that follows the person", "a profile for each room", f"{_FAR}test_a_cookie_of_a_declared_server_stays_in_its_room", f"{_FAR}test_a_cookie_of_a_declared_server_stays_in_its_room"),
)  # fmt: skip

GROUPS = {
    "bridge": BRIDGE, "person": PERSON, "machine": MACHINE, "files and rooms": FILES, "declared servers": SERVERS,
}  # fmt: skip
ATTACKS = tuple(Attack(group, *texts) for group, rows in GROUPS.items() for texts in rows)
