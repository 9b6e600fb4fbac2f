/// Metrics by name, in the order in which they were measured.
public struct MetricTable: Sendable, Equatable {
    /// Such as `pacemaker.auc`.
    public private(set) var names: [String] = []
    /// By name.
    public private(set) var outcomes: [String: Outcome] = [:]

    /// No metric.
    public init() {}

    /// One metric; `nil` where it is not among them.
    ///
    /// - Precondition: on setting, the name is new and the value is one.
    public subscript(name: String) -> Outcome? {
        get { outcomes[name] }
        set {
            precondition(outcomes[name] == nil, "the metric \(name) twice")
            names.append(name)
            outcomes[name] = newValue
        }
    }

    /// The same metrics under other names.
    func renamed(_ name: (String) -> String) -> MetricTable {
        var table = MetricTable()
        for own in names { table[name(own)] = self[own] }
        return table
    }

    /// Puts another table's metrics behind these.
    mutating func append(_ other: MetricTable) {
        for name in other.names { self[name] = other[name] }
    }
}

extension MetricTable: Encodable {
    /// One object a metric, by name.
    public func encode(to encoder: any Encoder) throws { try outcomes.encode(to: encoder) }
}
