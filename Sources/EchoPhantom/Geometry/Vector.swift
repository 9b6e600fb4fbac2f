/// A place or direction in the heart's frame, centimeters: z runs from the apex to the mitral ring.
typealias Vector = SIMD3<Float>

extension SIMD3<Float> {
    /// The direction across the long axis at an azimuth in radians; 0 is the anterolateral wall.
    static func across(_ azimuth: Float) -> Vector {
        Vector(Quick.cosine(azimuth), Quick.sine(azimuth), 0)
    }

    /// The sum of the products.
    func dot(_ other: Vector) -> Float { (self * other).sum() }

    /// The Euclidean length.
    var length: Float { dot(self).squareRoot() }

    /// The same direction with length 1; zero stays zero.
    var normalized: Vector { self / Swift.max(length, 1e-9) }

    /// The vector that stands upright on both.
    func cross(_ other: Vector) -> Vector {
        Vector(
            y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    /// Turns around a unit axis by radians (Rodrigues).
    func turned(around axis: Vector, by angle: Float) -> Vector {
        let cosine = Quick.cosine(angle)
        return self * cosine + axis.cross(self) * Quick.sine(angle) + axis * (axis.dot(self) * (1 - cosine))
    }
}
