"""Sets official letters and forms as archival PDF files (GB/T 9704-2012, PDF/A-3u)."""
