/// When another study was made.
public enum StudyTiming: String, Sendable, Codable, CaseIterable {
    /// Before the one asked about.
    case earlier
    /// On the same day.
    case sameDay = "same-day"
    /// After it.
    case later
    /// One of the dates is missing.
    case unknown

    /// Compares two dates of the same form as text.
    package init(_ date: String?, relativeTo reference: String?) {
        guard let date, let reference, !date.isEmpty, !reference.isEmpty else {
            self = .unknown
            return
        }
        self = date < reference ? .earlier : date == reference ? .sameDay : .later
    }
}
