/// What a picture can hold; a clip's truth lists those that lie in its cut.
public enum Structure: String, Sendable, Codable, CaseIterable {
    case leftVentricle = "left_ventricle"
    case rightVentricle = "right_ventricle"
    case leftAtrium = "left_atrium"
    case rightAtrium = "right_atrium"
    case aorticRoot = "aortic_root"
    case mitralValve = "mitral_valve"
    case tricuspidValve = "tricuspid_valve"
    case aorticValve = "aortic_valve"
    case pericardialEffusion = "pericardial_effusion"
    case pacemakerLead = "pacemaker_lead"
    case mitralClip = "mitral_clip"
    case mitralRing = "mitral_ring"
    case stentedValve = "stented_valve"
    case surgicalValve = "surgical_valve"
}
