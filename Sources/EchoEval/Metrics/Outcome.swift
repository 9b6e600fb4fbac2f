/// What became of one metric: a number with its interval, or why there is none.
public enum Outcome: Sendable, Equatable {
    /// It was measured.
    case measured(Interval)
    /// It could not be measured on `n` cases; `reason` in words without patient data.
    case notMeasured(n: Int, reason: String)

    /// The value; `nil` where there is none.
    public var value: Double? {
        if case .measured(let interval) = self { interval.value } else { nil }
    }

    /// How many cases it rests on.
    public var n: Int {
        switch self {
        case .measured(let interval): interval.n
        case .notMeasured(let n, _): n
        }
    }

    /// Why there is no value; `nil` where there is one.
    public var reason: String? {
        if case .notMeasured(_, let reason) = self { reason } else { nil }
    }
}

extension Outcome: Codable {
    private enum CodingKeys: String, CodingKey { case value, low, high, n, reason }

    /// Reads what ``encode(to:)`` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let reason = try container.decodeIfPresent(String.self, forKey: .reason) {
            self = .notMeasured(n: try container.decode(Int.self, forKey: .n), reason: reason)
        } else {
            self = .measured(try Interval(from: decoder))
        }
    }

    /// `value`, `low`, `high` and `n`; three nulls and a `reason` where there is no value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .measured(let interval): try interval.encode(to: encoder)
        case .notMeasured(let n, let reason):
            var container = encoder.container(keyedBy: CodingKeys.self)
            for key in [CodingKeys.value, .low, .high] { try container.encodeNil(forKey: key) }
            try container.encode(n, forKey: .n)
            try container.encode(reason, forKey: .reason)
        }
    }
}
