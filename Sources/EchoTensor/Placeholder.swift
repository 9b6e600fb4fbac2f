internal import EchoCore
