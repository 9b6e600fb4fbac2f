import ArgumentParser

/// A switch that is written out.
enum OnOff: String, CaseIterable, ExpressibleByArgument {
    case on, off
}
