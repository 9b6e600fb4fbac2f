/// Something that changed a heart between two studies.
public enum CourseEvent: String, Sendable, Codable, CaseIterable {
    case ejectionFractionFell = "ef_fell"
    case ejectionFractionRecovered = "ef_recovered"
    case leftVentricleDilated = "lv_dilated"
    case leftAtriumDilated = "la_dilated"
    case rightVentricleDilated = "rv_dilated"
    case effusionAppeared = "effusion_appeared"
    case effusionResolved = "effusion_resolved"
    case pacemakerImplanted = "pacemaker_implanted"
    case mitralClipped = "mitral_clipped"
    case stentedValveImplanted = "stented_valve_implanted"
    case surgicalValveImplanted = "surgical_valve_implanted"
    case mitralRepaired = "mitral_repaired"
}
