const express = require('express');
const multer = require('multer');
const { saveTeam } = require('../db');

const upload = multer({ storage: multer.diskStorage({ destination: '/tmp/', filename: (req, file, done) => done(null, `${Date.now()}.csv`) }) }); // flag: no-tmp-storage
const router = express.Router();
router.post('/teams/import', upload.single('file'), async (req, res) => {
  await saveTeam(req.body.name, req.file.filename);
  res.sendStatus(201);
});
module.exports = router;
