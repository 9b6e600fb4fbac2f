import EchoPhantom

/// A family of events whose before and after are told apart.
public enum Transition: String, Sendable, Codable, CaseIterable {
    /// A pacemaker, a mitral clip or a stented valve arrived.
    case device
    /// A valve was sewn in, or the mitral valve repaired.
    case surgery
    /// The ejection fraction fell or recovered.
    case ejectionFraction = "ef"
    /// A chamber dilated.
    case dilation
    /// An effusion appeared or went.
    case effusion
    /// Any of them.
    case any

    /// The events of the family.
    var events: Set<CourseEvent> {
        switch self {
        case .device: [.pacemakerImplanted, .mitralClipped, .stentedValveImplanted]
        case .surgery: [.surgicalValveImplanted, .mitralRepaired]
        case .ejectionFraction: [.ejectionFractionFell, .ejectionFractionRecovered]
        case .dilation: [.leftVentricleDilated, .leftAtriumDilated, .rightVentricleDilated]
        case .effusion: [.effusionAppeared, .effusionResolved]
        case .any: Set(CourseEvent.allCases)
        }
    }
}
