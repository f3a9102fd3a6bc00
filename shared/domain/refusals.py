"""The closed list of codes that a refusal carries; docs/protocol.md tells what a client does with each."""

CODES = frozenset(
    {
        "invalid",  # the message does not have the shape that its verb asks for
        "unknown_verb",
        "not_found",  # not there, or not yours: the answer is the same
        "not_allowed",  # this role may not do that
        "not_joined",  # no valid credential
        "phase_closed",  # the activity does not take this in its present phase
        "conflict",  # somebody was quicker; look at the board as it is now
        "limit",  # a limit of the activity is reached
        "already_voted",  # this credential has a ballot under another key
        "id_reused",  # the command id belongs to another command
        "paused",
        "locked",
        "full",
        "ended",
        "rate",  # too many messages; wait `retry_after` seconds
        "busy",  # the store cannot write just now
        "too_large",
    }
)
