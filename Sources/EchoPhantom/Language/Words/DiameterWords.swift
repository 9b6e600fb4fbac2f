/// The left ventricle's diameter and its walls' thickness in centimeters.
enum DiameterWords {
    static func diameter(_ value: Double) -> Topic {
        Topic(.leftVentricle, [Claim(.leftVentricleDiameter, value: value)], diameters, ["value": "\(value)"])
    }

    static func thickness(_ value: Double) -> Topic {
        Topic(.leftVentricle, [Claim(.wallThickness, value: value)], thicknesses, ["value": "\(value)"])
    }

    private static let diameters: Topic.Patterns = [
        .telegram: ["LVIDd {value} cm", "LV {value} cm in diastole", "LVEDD {value} cm"],
        .prose: [
            "The left ventricle measures {value} {cm} [at end-diastole|in diastole]",
            "The left ventricular internal diameter is {value} {cm} at end-diastole",
            "The [inner|internal] diameter of the left ventricle in diastole is {value} {cm}",
        ],
        .dictation: [
            "In diastole the left ventricle comes to {value} centimeters",
            "I measure the left ventricle at {value} {cm}",
        ],
        .capitals: [
            "Left ventricular internal diameter {value} cm", "LV internal dimension in diastole {value} cm",
            "LVIDd is {value} cm",
        ],
        .fields: [
            "LVIDd: {value} cm", "LV diastolic diameter: {value} {cm}",
            "Left ventricular internal diameter: {value} cm",
        ],
        .query: ["LVIDd {value} cm", "left ventricular diameter {value} cm", "LV diameter {value} cm"],
        .letter: ["For the left ventricle a diastolic diameter of {value} centimeters was found"],
    ]

    private static let thicknesses: Topic.Patterns = [
        .telegram: ["Walls {value} cm", "LV wall {value} cm", "Wall thickness {value} cm"],
        .prose: [
            "The mean [wall thickness|thickness of the walls] is {value} {cm}",
            "The left ventricular walls [measure|are] {value} {cm} [in thickness|thick]",
            "Diastolic wall thickness of the left ventricle is {value} {cm}",
        ],
        .dictation: [
            "The walls come to {value} centimeters", "I measure the left ventricular walls at {value} {cm}",
        ],
        .capitals: ["LV wall thickness is {value} cm", "Mean left ventricular wall thickness {value} cm"],
        .fields: [
            "LV wall thickness: {value} cm", "Mean wall thickness: {value} {cm}",
            "Left ventricular wall thickness: {value} cm",
        ],
        .query: ["wall thickness {value} cm", "LV wall {value} cm"],
        .letter: ["For the left ventricular walls a thickness of {value} centimeters was found"],
    ]
}
