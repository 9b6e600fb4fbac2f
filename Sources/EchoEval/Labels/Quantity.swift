/// A number that estimates are made of, by the name that metrics and columns have for it.
public enum Quantity: String, Sendable, Codable, CaseIterable {
    /// The left ventricle's ejection fraction, percent.
    case ejectionFraction = "ef"
    /// The systolic pulmonary artery pressure, mmHg.
    case pulmonaryPressure = "pa_pressure"

    /// The regression prompt set that asks for it.
    public var promptSet: String { rawValue.replacing("_", with: "-") }

    /// Its unit.
    public var unit: String {
        switch self {
        case .ejectionFraction: "%"
        case .pulmonaryPressure: "mmHg"
        }
    }

    /// What people call it.
    public var title: String {
        switch self {
        case .ejectionFraction: "ejection fraction"
        case .pulmonaryPressure: "pulmonary artery pressure"
        }
    }

    /// What a label may be; anything else is a slip of the pen.
    var range: ClosedRange<Double> {
        switch self {
        case .ejectionFraction: 0...100
        case .pulmonaryPressure: 0...200
        }
    }
}
