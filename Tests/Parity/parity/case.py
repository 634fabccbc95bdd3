"""What a case is: commands that kubectl and skubectl must answer with the same bytes."""

from dataclasses import dataclass, field
from enum import Enum


class Compare(Enum):
    """What of a command's outcome must be equal."""

    BYTES = "bytes"  # standard output, standard error and exit code
    FLAGS = "flags"  # the flags that a help text lists, with shorthand and default, and the exit code
    EXIT = "exit"  # the exit code, and whether there is output at all


class Namespace(Enum):
    """Where the case's objects live; it is the current namespace of the kubeconfig that the commands see."""

    FIXTURES = "fixtures"  # the prepared one that all cases read and none may change
    FRESH = "fresh"  # one for each side, empty at the start
    NONE = "none"  # there is no kubeconfig but what the case brings


class Need(Enum):
    """What the machine must have for the case to run; where it is missing, the case is skipped."""

    NOTHING = "nothing"
    CLUSTER = "cluster"
    NODE = "node"
    KUBECONFIGS = "kubeconfigs"  # the cluster's collection: expired certificates, tokens, wrong authorities…
    NEWER = "newer"  # the server of parity/newer.py in the cluster's place


@dataclass(frozen=True)
class Step:
    """One shell command. A compared one is run with each side's program; the others prepare, and must succeed."""

    command: str
    compared: bool


@dataclass(frozen=True)
class Case:
    """A case as its file describes it."""

    topic: str
    name: str
    place: str  # file:line
    steps: tuple[Step, ...]
    files: tuple[tuple[str, str], ...] = ()
    stdin: str | None = None
    needs: frozenset[Need] = frozenset({Need.CLUSTER})
    namespace: Namespace = Namespace.FIXTURES
    compare: Compare = Compare.BYTES
    masks: tuple[str, ...] = ()
    called: str = "kubectl"  # the name of the program in the commands
    environment: tuple[tuple[str, str], ...] = ()
    terminal: bool = False
    alone: bool = False  # no other case runs at the same time
    fresh_home: bool = False  # an own home folder, so an empty discovery cache
    timeout: float = 30.0  # seconds a command may take

    @property
    def title(self) -> str:
        return f"{self.topic}: {self.name}"

    @property
    def needs_cluster(self) -> bool:
        return self.namespace is Namespace.FRESH or not self.needs <= {Need.NOTHING, Need.NEWER}


@dataclass(frozen=True)
class Outcome:
    """What a command left: its output as text (any bytes, through surrogates) and its exit code as a shell tells it."""

    stdout: str
    stderr: str
    code: int


@dataclass(frozen=True)
class Difference:
    """A command whose outcomes differ, and in what."""

    command: str
    reference: Outcome
    subject: Outcome
    remarks: tuple[str, ...] = field(default=())
