import EchoPhantom

/// What changed between two studies, by the labels' own word or else by their difference.
enum EventFinder {
    /// Ejection fractions further apart than this count as changed, percentage points; twice the usual
    /// difference between two readers.
    static let fractionStep = 10.0

    /// - Returns: `nil` where the labels do not tell.
    static func events(_ before: LabelledStudy, _ after: LabelledStudy) -> Set<CourseEvent>? {
        if let changes = after.changes { return Set(changes) }
        var found: Set<CourseEvent> = []
        var isKnown = false
        for (finding, event) in devices {
            guard let one = before.flags[finding], let other = after.flags[finding] else { continue }
            isKnown = true
            if !one, other { found.insert(event) }
        }
        if let one = before.numbers[.ejectionFraction], let other = after.numbers[.ejectionFraction] {
            isKnown = true
            if other <= one - fractionStep { found.insert(.ejectionFractionFell) }
            if other >= one + fractionStep { found.insert(.ejectionFractionRecovered) }
        }
        if let one = before.grades[.effusion], let other = after.grades[.effusion] {
            isKnown = true
            if one == .normal, other > .normal { found.insert(.effusionAppeared) }
            if one > .normal, other == .normal { found.insert(.effusionResolved) }
        }
        for (finding, event) in chambers {
            guard let one = before.grades[finding], let other = after.grades[finding] else { continue }
            isKnown = true
            if other > one { found.insert(event) }
        }
        return isKnown ? found : nil
    }

    private static let devices: [(BinaryFinding, CourseEvent)] = [
        (.pacemaker, .pacemakerImplanted), (.mitralClip, .mitralClipped),
        (.stentedValve, .stentedValveImplanted), (.surgicalValve, .surgicalValveImplanted),
        (.mitralRing, .mitralRepaired),
    ]

    private static let chambers: [(GradedFinding, CourseEvent)] = [
        (.leftVentricleDilation, .leftVentricleDilated), (.leftAtriumDilation, .leftAtriumDilated),
        (.rightVentricleDilation, .rightVentricleDilated),
    ]
}
