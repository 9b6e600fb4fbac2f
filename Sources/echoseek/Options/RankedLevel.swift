import ArgumentParser
import EchoIndex

/// What a search may rank.
enum RankedLevel: String, CaseIterable, ExpressibleByArgument {
    case clip, study

    var level: SearchLevel { self == .clip ? .clip : .study }
}
