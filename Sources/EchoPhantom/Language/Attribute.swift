/// What a sentence can state of a heart; raw values are the fields of ``StudyFindings`` in snake case, or name a device
/// or a wall.
public enum Attribute: String, Sendable, Codable, CaseIterable {
    /// Percent.
    case ejectionFraction = "ejection_fraction"
    case systolicDysfunction = "systolic_dysfunction"
    case leftVentricleDilation = "left_ventricle_dilation"
    /// Centimeters.
    case leftVentricleDiameter = "left_ventricle_diameter"
    case hypertrophy
    /// Centimeters.
    case wallThickness = "wall_thickness"
    /// Whether all walls move alike.
    case wallMotionUniform = "wall_motion_uniform"
    case wallMotionAnterior = "wall_motion_anterior"
    case wallMotionInferior = "wall_motion_inferior"
    case wallMotionApical = "wall_motion_apical"
    case rightVentricleDilation = "right_ventricle_dilation"
    case rightVentricleDysfunction = "right_ventricle_dysfunction"
    case leftAtriumDilation = "left_atrium_dilation"
    case rightAtriumDilation = "right_atrium_dilation"
    case mitralRegurgitation = "mitral_regurgitation"
    case aorticStenosis = "aortic_stenosis"
    case tricuspidRegurgitation = "tricuspid_regurgitation"
    case effusion
    case aorticRootDilation = "aortic_root_dilation"
    /// mmHg, or a grade by ``Grading/pulmonaryPressure``.
    case pulmonaryPressure = "pulmonary_pressure"
    case pacemakerLead = "pacemaker_lead"
    /// Whether there are any, or how many.
    case mitralClips = "mitral_clips"
    case stentedValve = "stented_valve"
    case surgicalValve = "surgical_valve"
    case mitralRing = "mitral_ring"
}
