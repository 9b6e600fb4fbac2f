import EchoReading
import EchoService

/// One finding on a line of its own, with what goes with every finding: the line may travel alone.
struct FindingLine<Item: Encodable>: Encodable {
    let item: Item
    let stamp: ModelStamp

    private enum Keys: String, CodingKey {
        case notice, stamp
    }

    /// The item's own keys, with `notice` and `stamp` beside them.
    func encode(to encoder: any Encoder) throws {
        try item.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(Notice.notADiagnosis, forKey: .notice)
        try container.encode(stamp, forKey: .stamp)
    }
}
