"""The `message` block: a fixed message, printed exactly as its record says."""

from lessonkit.source.blocks.block import Block
from lessonkit.source.texts import MessageId


class Message(Block):
    """`- message: never-your-fault`."""

    name = "message"
    shorthand = "message"

    message: MessageId
