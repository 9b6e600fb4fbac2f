extension CourseEvent {
    /// What a reader with both studies side by side would call a change; always more than ``Drift`` can make.
    enum Threshold {
        /// Percentage points of ejection fraction.
        static let ejectionFraction = 10.0
        /// Centimeters of radius.
        static let leftVentricle: Float = 0.3
        static let leftAtrium: Float = 0.3
        static let rightVentricle: Float = 0.3
    }

    /// What changed from one study's heart to the next one's, in the order of the cases.
    static func changes(from old: Course.Visit, to new: Course.Visit) -> [CourseEvent] {
        let risen = new.findings.ejectionFraction - old.findings.ejectionFraction
        return allCases.filter { $0.shows(from: old.heart, to: new.heart, risen: risen) }
    }

    /// - Parameter risen: how many points the ejection fraction is higher, as measured.
    private func shows(from old: HeartAnatomy, to new: HeartAnatomy, risen: Double) -> Bool {
        switch self {
        case .ejectionFractionFell: risen <= -Threshold.ejectionFraction
        case .ejectionFractionRecovered: risen >= Threshold.ejectionFraction
        case .leftVentricleDilated:
            new.leftVentricleRadius - old.leftVentricleRadius >= Threshold.leftVentricle
        case .leftAtriumDilated: new.leftAtriumRadius - old.leftAtriumRadius >= Threshold.leftAtrium
        case .rightVentricleDilated:
            new.rightVentricleRadius - old.rightVentricleRadius >= Threshold.rightVentricle
        case .effusionAppeared: old.pericardialEffusion == 0 && new.pericardialEffusion > 0
        case .effusionResolved: old.pericardialEffusion > 0 && new.pericardialEffusion == 0
        case .pacemakerImplanted: new.devices.hasPacemakerLead && !old.devices.hasPacemakerLead
        case .mitralClipped: new.devices.mitralClips > old.devices.mitralClips
        case .stentedValveImplanted:
            new.devices.aorticValve == .stented && old.devices.aorticValve != .stented
        case .surgicalValveImplanted:
            new.devices.aorticValve == .surgical && old.devices.aorticValve != .surgical
        case .mitralRepaired: new.devices.hasMitralRing && !old.devices.hasMitralRing
        }
    }
}
