/// The tables whose rows carry a checksum: all content, but not the runs.
enum Table: String, CaseIterable, Sendable {
    case patients
    case studies
    case series
    case clips
    case frames
    case spaces
    case clipVectors = "clip_vectors"
    case frameVectors = "frame_vectors"
    case studyVectors = "study_vectors"
    case reports
    case captions
    case captionVectors = "caption_vectors"
    case vectorStates = "vector_states"
    case leftOut = "left_out"

    /// Content columns in the order in which they are checksummed; the key's come first.
    var columns: [String] { layout.columns }

    /// A column's place among them; `nil` for one that the table has not.
    func place(of column: String) -> Int? { layout.places[column] }

    private var listedColumns: [String] {
        switch self {
        case .patients: ["id", "identifier", "issuer"]
        case .studies:
            ["id", "study_key", "patient", "date", "time", "accession", "site", "has_other_patient"]
        case .series: ["id", "study", "series_key"]
        case .clips:
            [
                "id", "study", "series", "path", "content_hash", "byte_count", "sop_instance_uid", "view",
                "kind",
                "kind_reason", "left_out_reason", "labels", "container", "codec", "width", "height",
                "frame_count",
                "mask_method", "mask_coverage", "manufacturer", "model_name", "heart_rate", "regions",
            ]
        case .frames: ["clip", "used", "times"]
        case .spaces: ["slot", "meaning", "settings", "dimension", "notice"]
        case .clipVectors: ["space", "clip", "vector"]
        case .frameVectors: ["space", "clip", "vectors"]
        case .studyVectors: ["space", "study", "clip_count", "vector"]
        case .reports: ["study", "text"]
        case .captions: ["id", "study", "ordinal", "section", "text"]
        case .captionVectors: ["space", "caption", "vector"]
        case .vectorStates: ["space", "level", "count", "checksums"]
        case .leftOut:
            ["path", "content_hash", "byte_count", "state", "code", "reason", "clip", "study"]
        }
    }

    /// How many of the columns are the key.
    var keyWidth: Int {
        switch self {
        case .clipVectors, .frameVectors, .studyVectors, .captionVectors, .vectorStates, .leftOut: 2
        default: 1
        }
    }

    /// The key's columns.
    var key: [String] { Array(columns.prefix(keyWidth)) }

    /// Inserts a row, or replaces the content of the one with its key.
    var upsert: String { layout.upsert }

    /// Reads whole rows: the number, the columns, the checksum.
    var select: String { layout.select }

    /// What follows from the columns, made once a table: rows are read by the thousand.
    private struct Layout {
        let columns: [String]
        let places: [String: Int]
        let upsert: String
        let select: String

        init(_ table: Table) {
            columns = table.listedColumns
            places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
            upsert = table.upsert(columns)
            select = "SELECT row, \(columns.joined(separator: ", ")), checksum FROM \(table.rawValue)"
        }
    }

    private static let layouts = Dictionary(uniqueKeysWithValues: allCases.map { ($0, Layout($0)) })

    private var layout: Layout { Self.layouts[self] ?? Layout(self) }

    private func upsert(_ columns: [String]) -> String {
        let names = columns + ["checksum"]
        let news = names.dropFirst(keyWidth).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(rawValue) (\(names.joined(separator: ", "))) VALUES (\(marks)) "
            + "ON CONFLICT (\(columns.prefix(keyWidth).joined(separator: ", "))) DO UPDATE SET \(news)"
    }
}
