public import ArgumentParser
public import EchoCore
public import EchoIndex

/// What may be ranked or listed at all.
struct FilterOption: ParsableArguments {
    @Option(name: .long, help: "Only this patient's studies, by opaque id.")
    var patient: String?

    @Option(name: .long, help: "Not before this day, YYYY-MM-DD.")
    var from: StudyDate?

    @Option(name: .long, help: "Not after this day, YYYY-MM-DD.")
    var to: StudyDate?

    @Option(name: .long, help: "Only this view; may be repeated.")
    var view: [String] = []

    @Option(name: .long, help: "Only this kind of clip; may be repeated.")
    var kind: [ClipKind] = []

    @Option(name: .long, help: "Only from this site.")
    var site: String?

    @Option(name: .long, help: "Only with this label; may be repeated.")
    var label: [String] = []

    /// The conditions as the index takes them.
    var filter: SearchFilter {
        var filter = SearchFilter()
        filter.patient = patient.map { PatientID($0) }
        filter.dateFrom = from
        filter.dateTo = to
        filter.views = view.isEmpty ? nil : Set(view)
        filter.kinds = kind.isEmpty ? nil : Set(kind)
        filter.site = site
        filter.labels = label.isEmpty ? nil : Set(label)
        return filter
    }
}

extension ClipKind: ExpressibleByArgument {}

extension StudyDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD` or `YYYYMMDD`.
    public init?(argument: String) { self.init(argument) }
}
