/// What the ultrasound meets at one sample.
struct TissueSample {
    /// Amplitude of the scatterers.
    var amplitude: Float
    /// Amplitude of a mirror-like surface.
    var mirror: Float
    /// Amplitude lost within a centimeter.
    var loss: Float
    /// Share of blood, 0...1.
    var blood: Float
    /// The place in the tissue's own coordinates: right and down the picture, centimeters.
    var own: SIMD2<Float>
}
