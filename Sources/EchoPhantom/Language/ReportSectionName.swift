/// A report's sections; raw values are the ids of `Models/report/sections-en.yaml`.
enum ReportSectionName: String, Sendable, CaseIterable {
    case quality
    case leftVentricle = "left-ventricle"
    case wallMotion = "wall-motion"
    case rightVentricle = "right-ventricle"
    case atria
    case mitralValve = "mitral-valve"
    case aorticValve = "aortic-valve"
    case tricuspidValve = "tricuspid-valve"
    case pericardium
    case aorta
    case pulmonaryPressure = "pulmonary-pressure"
    case devices
    case comparison

    /// What reports call the section, all known to the lexicon of sections; the first is the usual one.
    var headings: [String] {
        switch self {
        case .quality: ["Study quality", "Image quality", "Quality"]
        case .leftVentricle: ["Left ventricle", "LV"]
        case .wallMotion: ["Wall motion", "Regional wall motion"]
        case .rightVentricle: ["Right ventricle", "RV"]
        case .atria: ["Atria"]
        case .mitralValve: ["Mitral valve", "MV"]
        case .aorticValve: ["Aortic valve", "AV"]
        case .tricuspidValve: ["Tricuspid valve", "TV"]
        case .pericardium: ["Pericardium"]
        case .aorta: ["Aorta", "Aortic root"]
        case .pulmonaryPressure: ["Pulmonary pressure", "Pulmonary artery pressure", "Hemodynamics"]
        case .devices: ["Devices", "Hardware"]
        case .comparison: ["Comparison", "Comparison with prior"]
        }
    }
}
