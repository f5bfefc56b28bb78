"""What people see: templates, drawings and the few scripts and styles they need."""
