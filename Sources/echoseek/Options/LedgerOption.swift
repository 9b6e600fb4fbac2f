public import ArgumentParser
public import EchoLedger

extension KeyScope: ExpressibleByArgument {}
extension JobState: ExpressibleByArgument {}
