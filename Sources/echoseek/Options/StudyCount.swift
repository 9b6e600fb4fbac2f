import ArgumentParser

/// How many studies a patient has, as in `1..4`; a number alone is both ends.
struct StudyCount: ExpressibleByArgument, CustomStringConvertible {
    let range: ClosedRange<Int>

    init(range: ClosedRange<Int>) { self.range = range }

    init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap({ Int($0) }), let last = parts.last.flatMap({ Int($0) }),
            parts.count == 1 || (parts.count == 3 && parts[1].isEmpty), first <= last
        else { return nil }
        range = first...last
    }

    var description: String { "\(range.lowerBound)..\(range.upperBound)" }
}
