import EchoCore
import EchoIndex

/// What may be ranked, as a request says it.
struct FilterBody: Decodable {
    let patient: String?
    let dateFrom: String?
    let dateTo: String?
    let site: String?
    let manufacturer: String?
    let views: [String]?
    let kinds: [ClipKind]?
    let labels: [String]?
    let studies: [String]?

    static let fields: Set<String> = [
        "patient", "date_from", "date_to", "site", "manufacturer", "views", "kinds", "labels", "studies",
    ]

    /// The conditions as the index takes them.
    ///
    /// - Throws: ``HTTPFailure/field(name:expected:)`` for a day that is none, or a list that is too long.
    func filter() throws -> SearchFilter {
        var filter = SearchFilter()
        filter.patient = patient.map { PatientID($0) }
        filter.dateFrom = try Self.day(dateFrom, "date_from")
        filter.dateTo = try Self.day(dateTo, "date_to")
        filter.site = site
        filter.manufacturer = manufacturer
        filter.views = try Self.set(views, "views", most: 64)
        filter.kinds = try Self.set(kinds, "kinds", most: 8)
        filter.labels = try Self.set(labels, "labels", most: 64)
        filter.studies = try Self.set(studies?.map { StudyID($0) }, "studies", most: 10_000)
        return filter
    }

    private static func day(_ text: String?, _ name: String) throws -> StudyDate? {
        guard let text else { return nil }
        guard text.count == 10, let day = StudyDate(text) else {
            throw HTTPFailure.field(name: name, expected: "a day, YYYY-MM-DD")
        }
        return day
    }

    private static func set<Item: Hashable>(_ items: [Item]?, _ name: String, most: Int) throws -> Set<Item>?
    {
        guard let items, !items.isEmpty else { return nil }
        guard items.count <= most else {
            throw HTTPFailure.field(name: name, expected: "a list of at most \(most)")
        }
        return Set(items)
    }
}
