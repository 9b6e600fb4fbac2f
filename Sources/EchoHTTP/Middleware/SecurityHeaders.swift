import HTTPTypes

/// What browsers are told with every answer.
enum SecurityHeaders {
    /// Only this service's own files run and show; nothing may frame it.
    static let contentPolicy = [
        "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:",
        "media-src 'self' blob:", "connect-src 'self'", "object-src 'none'", "base-uri 'none'",
        "form-action 'self'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    static let all: [(HTTPField.Name, String)] =
        [
            (.contentSecurityPolicy, contentPolicy), (.xContentTypeOptions, "nosniff"),
            (.crossOriginResourcePolicy, "same-origin"),
        ]
        + [
            ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
