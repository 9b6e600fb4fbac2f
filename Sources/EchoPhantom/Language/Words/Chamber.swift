/// A chamber, or the aortic root, and what reports call it.
enum Chamber: Sendable, CaseIterable {
    case leftVentricle
    case rightVentricle
    case leftAtrium
    case rightAtrium

    /// The attribute that its size is.
    var dilation: Attribute {
        switch self {
        case .leftVentricle: .leftVentricleDilation
        case .rightVentricle: .rightVentricleDilation
        case .leftAtrium: .leftAtriumDilation
        case .rightAtrium: .rightAtriumDilation
        }
    }

    /// Where a report speaks of it.
    var section: ReportSectionName {
        switch self {
        case .leftVentricle: .leftVentricle
        case .rightVentricle: .rightVentricle
        case .leftAtrium, .rightAtrium: .atria
        }
    }

    /// Slots `chamber`, `adjective`, `short`.
    var slots: [String: String] {
        switch self {
        case .leftVentricle: ["chamber": "left ventricle", "adjective": "left ventricular", "short": "LV"]
        case .rightVentricle: ["chamber": "right ventricle", "adjective": "right ventricular", "short": "RV"]
        case .leftAtrium: ["chamber": "left atrium", "adjective": "left atrial", "short": "LA"]
        case .rightAtrium: ["chamber": "right atrium", "adjective": "right atrial", "short": "RA"]
        }
    }
}
