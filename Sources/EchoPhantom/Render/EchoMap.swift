/// Thin, bright things of one frame on the beam grid; shape `[depths, beams]`.
struct EchoMap {
    /// Amplitude that adds to the tissue's.
    var bright = [Float](repeating: 0, count: BeamGrid.count)
    /// Amplitude lost within a centimeter.
    var shadow = [Float](repeating: 0, count: BeamGrid.count)
    /// Tissue put where blood would be, 0...1.
    var tissue = [Float](repeating: 0, count: BeamGrid.count)
}
