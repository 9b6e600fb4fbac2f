import ArgumentParser
import EchoIndex

/// What can be listed.
enum Listed: String, CaseIterable, ExpressibleByArgument {
    case studies, clips, quarantine, skipped, duplicates, runs

    /// The state of the files left out that are asked for; `nil` for what is no such list.
    var state: ItemState? {
        switch self {
        case .quarantine: .quarantined
        case .skipped: .skipped
        case .duplicates: .duplicate
        case .studies, .clips, .runs: nil
        }
    }
}
